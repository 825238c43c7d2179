import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { menuEntries, withGroupPages } from './groups';

/** The groups of the number, a page at a time; with a filter, on to the next page that has a match. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	return await withGroupPages(this, async (readPage) => {
		let cursor = paginationToken;
		let results;
		do {
			const page = await readPage(cursor);
			results = menuEntries(page).filter(({ name }) => name.toLowerCase().includes(wanted));
			cursor = page.nextCursor;
		} while (results.length === 0 && cursor !== undefined);
		return { results, paginationToken: cursor };
	});
}
