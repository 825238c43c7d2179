import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Group, Page, PageRequest } from '../contract/operations';
import { entriesOf, pagesOf } from '../contract/pages';
import type { Provider } from '../contract/Provider';
import { firstMatches } from './firstMatches';
import { withProvider } from './withProvider';

/** Groups that the list shows before the builder scrolls. */
const MENU_PAGE = 100;

/** Characters of the ID shown if groups have the same name. */
const SHOWN_OF_ID = 8;

/** Lists the groups of the number for the resource locator, a page at a time. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	return await withProvider(this, async (provider, request) => {
		// A search reads until something matches, so it asks for the largest possible pages.
		const limit = wanted === '' ? MENU_PAGE : Infinity;
		const pages = pagesOf(async ({ cursor }) => await read(provider, request, { limit, cursor }), {
			cursor: paginationToken,
		});
		return await firstMatches(pages, (page) =>
			menuEntries(page).filter(({ name }) => name.toLowerCase().includes(wanted)),
		);
	});
}

/** Lists all groups of the number: n8n's multi-select menus have no pages. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await withProvider(this, async (provider, request) => {
		const answers = await entriesOf(Infinity, async (page) => await read(provider, request, page));
		return menuEntries({ answers });
	});
}

async function read(
	{ calls }: Provider,
	request: ProviderRequest,
	page: PageRequest,
): Promise<Page<Group>> {
	return (await calls['group.getMany']?.(request, page)) ?? { answers: [] };
}

/**
 * Returns groups as menu entries. Omits a group that is still being created, because it has no ID yet.
 * Groups with the same name show the end of their ID.
 */
function menuEntries({ answers }: Page<Group>): INodeListSearchItems[] {
	const entries = answers.flatMap(({ result: { groupId, subject } }) =>
		groupId === null ? [] : [{ name: subject ?? groupId, value: groupId }],
	);
	const seen = new Set<string>();
	const shared = new Set<string>();
	for (const { name } of entries) (seen.has(name) ? shared : seen).add(name);
	return entries.map(({ name, value }) => ({
		name: shared.has(name) ? `${name} (…${value.slice(-SHOWN_OF_ID)})` : name,
		value,
	}));
}
