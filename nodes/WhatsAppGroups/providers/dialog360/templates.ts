import { isApproved, templateIn } from '../shared/cloudApi/templates';
import type { ProviderRequest } from '../../contract/http';
import type { Page, Template } from '../../contract/operations';
import { objectsIn } from '../../contract/values';

/**
 * `GET /v1/configs/templates` → `{waba_templates: […]}`. Source: 360dialog “Template messages”;
 * the answer's form is also in third-party code. All templates come at once.
 */
export async function templates(request: ProviderRequest): Promise<Page<Template>> {
	const raw = await request({ method: 'GET', path: '/v1/configs/templates' });
	const approved = objectsIn(raw.waba_templates).filter(isApproved);
	return { answers: approved.map((entry) => ({ result: templateIn(entry), raw: entry })) };
}
