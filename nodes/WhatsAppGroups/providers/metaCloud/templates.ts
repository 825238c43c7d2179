import { templateAnswers } from '../shared/cloudApi/templates';
import type { ProviderRequest } from '../../contract/http';
import type { Page, Template } from '../../contract/operations';
import { nextCursorIn } from '../shared/cloudApi/groups';
import { textIn } from '../../contract/values';
import { segment } from '../shared/values';
import { FieldError } from '../../contract/errors';

const PAGE_SIZE = 100;

/**
 * `GET /{WABA}/message_templates`. Source: Meta's Cloud API in general: names of templates are in lower
 * case.
 */
export async function templates(
	request: ProviderRequest,
	{ search, cursor }: { search?: string; cursor?: string },
): Promise<Page<Template>> {
	const account = textIn(request.account.businessAccountId)?.trim();
	if (!account) {
		throw new FieldError(
			'Business Account ID',
			'The Meta credential has no Business Account ID, which the list of templates needs',
			'Open the credential and fill in “Business Account ID” from the WhatsApp page of your Meta app.',
		);
	}
	const raw = await request({
		method: 'GET',
		path: `/${segment(account)}/message_templates`,
		query: { limit: PAGE_SIZE, after: cursor, name: search?.toLowerCase() || undefined },
	});
	const answers = templateAnswers(raw.data);
	return { answers, ...nextCursorIn(raw, answers.length >= PAGE_SIZE) };
}
