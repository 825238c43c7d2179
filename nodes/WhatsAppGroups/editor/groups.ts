import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Group, Page } from '../contract/operations';
import type { Provider } from '../contract/Provider';
import { withProvider } from './withProvider';

const PAGE_SIZE = 100;

/** The groups of the number, a page at a time; with a filter, on to the next page that has a match. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	return await withProvider(this, async (provider, request) => {
		let cursor = paginationToken;
		let results;
		do {
			const page = await readPage(provider, request, cursor);
			results = menuEntries(page).filter(({ name }) => name.toLowerCase().includes(wanted));
			cursor = page.nextCursor;
		} while (results.length === 0 && cursor !== undefined);
		return { results, paginationToken: cursor };
	});
}

/** All groups of the number: a menu of several choices has no pages. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await withProvider(this, async (provider, request) => {
		const entries: INodePropertyOptions[] = [];
		let cursor: string | undefined;
		do {
			const page = await readPage(provider, request, cursor);
			entries.push(...menuEntries(page));
			cursor = page.nextCursor;
		} while (cursor !== undefined);
		return entries;
	});
}

async function readPage(
	{ calls }: Provider,
	request: ProviderRequest,
	cursor?: string,
): Promise<Page<Group>> {
	const page = { limit: PAGE_SIZE, cursor };
	return (await calls['group.getMany']?.(request, page)) ?? { answers: [] };
}

/** A group as a menu entry; one that is still being created has no id and cannot be chosen. */
function menuEntries({ answers }: Page<Group>): Array<{ name: string; value: string }> {
	return answers.flatMap(({ result: { groupId, subject } }) =>
		groupId === null ? [] : [{ name: subject ?? groupId, value: groupId }],
	);
}
