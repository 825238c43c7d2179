import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';

import { TemplateLookup, templateKey } from './TemplateLookup';
import { withProvider } from './withProvider';

/** The approved templates of the account, by name. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await withProvider(this, async (provider, request) => {
		const page = { search: filter.trim(), cursor: paginationToken };
		const found = await provider.templates?.(request, page);
		const results = (found?.answers ?? [])
			.map(({ result }) => result)
			.filter(({ name }) => name.toLowerCase().includes(page.search.toLowerCase()))
			.map((template) => ({
				name: `${template.name} (${template.language})`,
				value: templateKey(template),
			}));
		return { results, paginationToken: found?.nextCursor };
	});
}

/** A field for each variable of the chosen template. */
export async function templateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const key = this.getNodeParameter('template', undefined, { extractValue: true });
	if (!key) return { fields: [] };
	return await withProvider(this, async (provider, request) => {
		const { variables } = await new TemplateLookup(provider).find(request, key);
		return {
			fields: variables.map(({ id, label }) => ({
				id,
				displayName: label,
				type: 'string' as const,
				required: true,
				defaultMatch: false,
				display: true,
			})),
		};
	});
}
