import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { Template } from '../contract/operations';
import { pagesOf } from '../contract/pages';
import { firstMatches } from './firstMatches';
import { TemplateLookup, templateKey } from './TemplateLookup';
import { withProvider } from './withProvider';

/** Lists the approved templates of the account for the resource locator, a page at a time. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = filter.trim();
	return await withProvider(this, async (provider, request) => {
		const pages = pagesOf(
			async ({ cursor }) =>
				(await provider.templates?.(request, { search, cursor })) ?? { answers: [] },
			{ cursor: paginationToken },
		);
		return await firstMatches(pages, ({ answers }) =>
			answers
				.map(({ result }) => result)
				.filter(({ approved, name }) => approved && name.includes(search.toLowerCase()))
				.map((template) => ({ name: labelOf(template), value: templateKey(template) })),
		);
	});
}

function labelOf({ name, language, unfillable }: Template): string {
	const label = `${name} (${language})`;
	return unfillable ? `${label}, not supported: has ${unfillable}` : label;
}

/** Returns a field for each variable of the chosen template, or a notice that it can't be filled in. */
export async function templateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return await variablesOf(this, 'template');
}

/** Returns the variables of the template that is sent in a message's place, as a menu. */
export async function getVariablesInPlace(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const { fields } = await variablesOf(this, 'options.template');
	return fields.map(({ id, displayName }) => ({ name: displayName, value: id }));
}

async function variablesOf(
	context: ILoadOptionsFunctions,
	template: string,
): Promise<ResourceMapperFields> {
	const key = context.getNodeParameter(template, '', { extractValue: true });
	if (!key) return { fields: [] };
	return await withProvider(context, async (provider, request) => {
		const { variables, unfillable } = await new TemplateLookup(provider).find(request, key);
		if (unfillable) {
			const emptyFieldsNotice = `This template has ${unfillable}, which this node can't fill in. Choose another template.`;
			return { fields: [], emptyFieldsNotice };
		}
		return {
			fields: variables.map(({ id, label, optional = false }) => ({
				id,
				displayName: label,
				type: 'string' as const,
				required: !optional,
				defaultMatch: false,
				display: true,
			})),
		};
	});
}
