import { sleep as wait } from 'n8n-workflow';

/** n8n's timers can't be canceled, so none lasts longer than this, in ms. */
const LONGEST_TIMER_MS = 1000;

/** Waits `ms` by the monotonic clock, or until `stop` is aborted. */
export async function sleep(ms: number, stop?: AbortSignal): Promise<void> {
	const end = performance.now() + ms;
	for (let left = ms; left > 0 && !stop?.aborted; left = end - performance.now()) {
		await timerOrStop(Math.min(left, LONGEST_TIMER_MS), stop);
	}
}

async function timerOrStop(ms: number, stop?: AbortSignal): Promise<void> {
	await new Promise<void>((resolve) => {
		const end = () => {
			stop?.removeEventListener('abort', end);
			resolve();
		};
		stop?.addEventListener('abort', end);
		void wait(ms).then(end);
	});
}
