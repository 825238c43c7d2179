import { sleep as wait } from 'n8n-workflow';

/** How often a wait checks whether it was stopped: many waits share a signal, too many to listen to it. */
const CHECK_MS = 200;

/** Waits `ms` by the monotonic clock, or until shortly after `stop` is aborted. */
export async function sleep(ms: number, stop?: AbortSignal): Promise<void> {
	const end = performance.now() + ms;
	for (let left = ms; left > 0 && !stop?.aborted; left = end - performance.now()) {
		await wait(Math.min(left, CHECK_MS));
	}
}
