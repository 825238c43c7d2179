/** Maximum number of ranges listed. */
const MOST_SHOWN = 30;

/** Formats numbers in ascending order as ranges: `0–4, 7`. */
export function ranges(numbers: number[]): string {
	const runs: Array<[first: number, last: number]> = [];
	for (const number of numbers) {
		const run = runs[runs.length - 1];
		if (run?.[1] === number - 1) run[1] = number;
		else runs.push([number, number]);
	}
	const shown = runs
		.slice(0, MOST_SHOWN)
		.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
	return [...shown, ...(runs.length > MOST_SHOWN ? ['…'] : [])].join(', ');
}
