import { sleep } from './sleep';

/** Rejects with the code of a timeout if `work` isn't done within `ms`. Doesn't end the work itself. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
	// Aborting a real signal costs more than all else here, because it records a stack.
	const done = { aborted: false };
	const late = sleep(ms, done).then(() => {
		throw Object.assign(new Error(`No complete response within ${ms} ms`), { code: 'ETIMEDOUT' });
	});
	return await Promise.race([work, late]).finally(() => {
		done.aborted = true;
	});
}
