/** A question to a group, answered by its link. */
import type { ProviderName } from '../../../sandbox/providers';
import type { WaitingResponse, WaitingRun } from '../../support/waitingRun';

export const everyProvider: ProviderName[] = ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'];

/** The link in what the group reads. */
export function linkIn(text: string): string {
	const [link] = /https?:\/\/\S+/.exec(text) ?? [];
	if (link === undefined) throw new Error(`no link in ${text}`);
	return link;
}

const pathOf = (link: string) => link.slice(new URL(link).origin.length);

export async function show(run: WaitingRun, link: string): Promise<WaitingResponse> {
	return await run.request({ method: 'GET', path: pathOf(link) });
}

/** As the form of the page sends it. */
export async function post(
	run: WaitingRun,
	link: string,
	form: Record<string, string>,
): Promise<WaitingResponse> {
	return await run.request({
		method: 'POST',
		path: pathOf(link),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(form).toString(),
	});
}
