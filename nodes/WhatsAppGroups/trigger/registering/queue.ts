/** The last work of each name, which the next one waits for. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does the works of one name one after the other: between reading what is registered and writing it,
 * another workflow of this n8n would be overwritten.
 */
export async function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
	const before = last.get(name) ?? Promise.resolve();
	const mine = before.then(work, work);
	last.set(name, mine);
	try {
		return await mine;
	} finally {
		if (last.get(name) === mine) last.delete(name);
	}
}
