import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { plainName } from '../contract/plainName';
import type { Answer, Group } from '../contract/operations';
import { pagesOf } from '../contract/pages';
import { firstMatches } from './firstMatches';
import { existingGroups, groupPage } from './GroupLookup';
import { hasCredential, withProvider } from './withProvider';

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
	const wanted = plainName(filter);
	return await withProvider(this, async (provider, request) => {
		// A search reads until something matches, so it asks for the largest possible pages.
		const limit = wanted === '' ? MENU_PAGE : Infinity;
		const pages = pagesOf(
			async ({ cursor }) => await groupPage(provider, request, { limit, cursor }),
			{
				cursor: paginationToken,
			},
		);
		return await firstMatches(pages, (page) =>
			menuEntries(page.answers).filter(({ name }) => plainName(name).includes(wanted)),
		);
	});
}

/**
 * Lists all groups of the number: n8n's multi-select menus have no pages. Lists none while the builder
 * has only chosen the provider, because n8n would show an error in the field.
 */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	if (!hasCredential(this)) return [];
	return await withProvider(this, async (provider, request) => {
		return menuEntries(await existingGroups(provider, request));
	});
}

/**
 * Returns groups as menu entries. Omits a group that is still being created, because it has no ID yet.
 * Groups with the same name show the end of their ID.
 */
function menuEntries(answers: Array<Answer<Group>>): INodeListSearchItems[] {
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
