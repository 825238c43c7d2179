/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */

/** Whether somebody at this computer would see it. */
export function hasScreen(): boolean {
	const { CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY } = process.env;
	if (CI || SSH_CONNECTION || !process.stdout.isTTY) return false;
	return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** Opens the addresses, the last one in front. Without a browser nothing happens. */
export async function openInBrowser(...urls: string[]): Promise<void> {
	const { default: open } = await import('open');
	for (const url of urls) (await open(url)).on('error', () => {});
}
