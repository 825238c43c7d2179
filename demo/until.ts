/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */

interface Options {
	seconds?: number;
	everyMilliseconds?: number;
	signal?: AbortSignal;
}

type Found<T> = T extends undefined | null | false ? never : T;

/** Repeats `ask` until it returns a value. Throws, with `what`, if the time is over. */
export async function until<T>(
	what: string,
	ask: () => Promise<T> | T,
	{ seconds = 60, everyMilliseconds = 100, signal }: Options = {},
): Promise<Found<T>> {
	const deadline = Date.now() + seconds * 1000;
	let problem: unknown;
	while (Date.now() < deadline) {
		signal?.throwIfAborted();
		try {
			problem = undefined;
			const answer = await ask();
			if (answer !== undefined && answer !== null && answer !== false) return answer as Found<T>;
		} catch (error) {
			problem = error;
		}
		await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
	}
	const reason = problem instanceof Error ? ` The last problem: ${problem.message}` : '';
	throw new Error(`Waited ${seconds} seconds for ${what}, without success.${reason}`);
}
