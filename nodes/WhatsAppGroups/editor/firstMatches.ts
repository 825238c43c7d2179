import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { Page } from '../contract/operations';

/** Returns the first page with a match, and the cursor for when the builder scrolls. */
export async function firstMatches<Result>(
	pages: AsyncIterable<Page<Result>>,
	matchesIn: (page: Page<Result>) => INodeListSearchItems[],
): Promise<INodeListSearchResult> {
	for await (const page of pages) {
		const results = matchesIn(page);
		if (results.length > 0) return { results, paginationToken: page.nextCursor };
	}
	return { results: [] };
}
