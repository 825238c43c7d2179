/** Providers nest some ten levels deep. Far more would overflow whatever walks through it later. */
const LIMIT = 100;

/** Whether a parsed body is nested deeper than any provider's. Walks without recursion. */
export function isTooDeep(body: object): boolean {
	let level: object[] = [body];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > LIMIT) return true;
		level = level
			.flatMap((value): unknown[] => Object.values(value))
			.filter((value): value is object => typeof value === 'object' && value !== null);
	}
	return false;
}
