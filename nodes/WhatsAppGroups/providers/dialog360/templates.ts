import type { ProviderRequest } from '../../contract/http';
import type { Page, Template } from '../../contract/operations';
import { numberIn } from '../../contract/values';
import { templateAnswers } from '../shared/cloudApi/templates';

/** The page size that 360dialog uses by default, according to third-party code. */
const PAGE_SIZE = 1000;

/**
 * `GET /v1/configs/templates` → `{waba_templates: […], total}`. Source: 360dialog “Template messages”;
 * the form of the response and its paging by `limit` and `offset` are from third-party code.
 */
export async function templates(
	request: ProviderRequest,
	{ cursor }: { search?: string; cursor?: string },
): Promise<Page<Template>> {
	const offset = Number(cursor ?? 0);
	const query = { limit: PAGE_SIZE, offset };
	const raw = await request({ method: 'GET', path: '/v1/configs/templates', query });
	const answers = templateAnswers(raw.waba_templates);
	const next = offset + answers.length;
	const total = numberIn(raw.total);
	const goesOn = total === null ? answers.length >= PAGE_SIZE : answers.length > 0 && next < total;
	return { answers, ...(goesOn ? { nextCursor: String(next) } : {}) };
}
