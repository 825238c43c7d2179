import { templateAnswers } from '../shared/cloudApi/templates';
import type { ProviderRequest } from '../../contract/http';
import type { Page, Template } from '../../contract/operations';

const PAGE_SIZE = 100;

/** `GET /templates` with name, language, namespace and components. Source: 1MSG MCP tool list. */
export async function templates(
	request: ProviderRequest,
	{ cursor }: { search?: string; cursor?: string },
): Promise<Page<Template>> {
	const offset = Number(cursor ?? 0);
	const raw = await request({
		method: 'GET',
		path: '/templates',
		query: { limit: PAGE_SIZE, offset },
	});
	const answers = templateAnswers(raw.templates);
	return answers.length < PAGE_SIZE
		? { answers }
		: { answers, nextCursor: String(offset + PAGE_SIZE) };
}
