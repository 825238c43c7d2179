/** Pages with cursors, as in Meta's Graph API (meta-groups.md#m1: limit, after, before). */

export interface PageQuery {
	limit?: number;
	after?: string;
	before?: string;
}

export interface Page<Item> {
	items: Item[];
	cursors: { after?: string; before?: string };
	hasNext: boolean;
	hasPrevious: boolean;
}

/** meta-groups.md#m1: the default limit. */
const DEFAULT_LIMIT = 25;

const cursorOf = ({ id }: { id: string }) => Buffer.from(`cursor:${id}`).toString('base64url');

/** The requested page; `undefined` if a cursor is broken or its item is gone. */
export function pageOf<Item extends { id: string }>(
	all: Item[],
	{ limit = DEFAULT_LIMIT, after, before }: PageQuery,
): Page<Item> | undefined {
	const position = (cursor: string) => all.findIndex((item) => cursorOf(item) === cursor);
	let start = 0;
	if (after !== undefined) {
		if (position(after) < 0) return undefined;
		start = position(after) + 1;
	} else if (before !== undefined) {
		if (position(before) < 0) return undefined;
		start = Math.max(0, position(before) - limit);
	}
	const end = before !== undefined && after === undefined ? position(before) : start + limit;
	const items = all.slice(start, end);
	const [first, last] = [items.at(0), items.at(-1)];
	return {
		items,
		cursors: first && last ? { after: cursorOf(last), before: cursorOf(first) } : {},
		hasNext: end < all.length,
		hasPrevious: start > 0,
	};
}
