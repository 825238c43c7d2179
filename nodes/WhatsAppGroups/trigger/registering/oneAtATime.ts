/** The last task of each key, which the next one waits for. */
const last = new Map<string, Promise<unknown>>();

/**
 * Runs tasks with the same key one at a time, so that two workflows of this n8n instance can't interleave
 * reading and writing a list of webhooks.
 */
export async function oneAtATime<Result>(
	key: string,
	task: () => Promise<Result>,
): Promise<Result> {
	const before = last.get(key) ?? Promise.resolve();
	const mine = before.then(task, task);
	last.set(key, mine);
	try {
		return await mine;
	} finally {
		if (last.get(key) === mine) last.delete(key);
	}
}
