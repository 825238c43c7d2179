import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { menuEntries, withGroupPages } from './groups';

/** All groups of the number: a menu of several choices has no pages. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await withGroupPages(this, async (readPage) => {
		const entries: INodePropertyOptions[] = [];
		let cursor: string | undefined;
		do {
			const page = await readPage(cursor);
			entries.push(...menuEntries(page));
			cursor = page.nextCursor;
		} while (cursor !== undefined);
		return entries;
	});
}
