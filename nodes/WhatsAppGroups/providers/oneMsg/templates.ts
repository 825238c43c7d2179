import { isApproved, templateIn } from '../shared/cloudApi/templates';
import type { ProviderRequest } from '../../contract/http';
import type { Page, Template } from '../../contract/operations';
import { objectsIn } from '../../contract/values';

/** `GET /templates` with name, language, namespace and components. Source: 1MSG MCP tool list. */
export async function templates(
	request: ProviderRequest,
	{ cursor }: { search?: string; cursor?: string },
): Promise<Page<Template>> {
	const limit = 100;
	const offset = Number(cursor ?? 0);
	const raw = await request({ method: 'GET', path: '/templates', query: { limit, offset } });
	const entries = objectsIn(raw.templates);
	const answers = entries
		.filter(isApproved)
		.map((entry) => ({ result: templateIn(entry), raw: entry }));
	return entries.length < limit ? { answers } : { answers, nextCursor: String(offset + limit) };
}
