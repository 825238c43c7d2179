import { describeProblems } from '../../server/problems';
import type { Answer, Provider } from '../../server/provider';
import { errorAnswer, faultAnswers } from '../cloudApi/errors';

/** 360dialog's own form (360dialog.md#g1). Errors of Meta's API have Meta's form. */
export const plainError = (status: number, error: string): Answer => ({ status, body: { error } });

/** The number's configuration is 360dialog's own, not Meta's. */
const OWN_OPERATIONS = [
	'setWebhook',
	'setExtraWebhooks',
	'addExtraWebhooks',
	'changeExtraWebhook',
	'listTemplates',
];

export const errors: Provider['errors'] = {
	unauthorized: () => plainError(401, 'Invalid or missing API key'),
	notFound: () => plainError(404, 'Resource not found'),
	...faultAnswers,
	invalid: (problems, operationId) => {
		const details = describeProblems(problems);
		return OWN_OPERATIONS.includes(operationId)
			? plainError(400, details)
			: errorAnswer(131009, details);
	},
};
