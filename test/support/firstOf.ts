/** The first entry of a list. Throws if the list is empty. */
export function firstOf<Entry>(list: readonly Entry[]): Entry {
	const [entry] = list;
	if (entry === undefined) throw new Error('The list is empty');
	return entry;
}
