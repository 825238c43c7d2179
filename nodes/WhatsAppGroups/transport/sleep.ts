import { sleep as wait } from 'n8n-workflow';

/** How often a wait checks its signal. Too many waits share one to add a listener for each. */
const CHECK_MS = 200;

/** Waits `ms` by the monotonic clock, or until shortly after `stop` is aborted. */
export async function sleep(ms: number, stop?: { readonly aborted: boolean }): Promise<void> {
	const end = performance.now() + ms;
	for (let left = ms; left > 0 && !stop?.aborted; left = end - performance.now()) {
		await wait(Math.min(left, CHECK_MS));
	}
}
