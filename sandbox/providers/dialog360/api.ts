import { ok, type Operation } from '../../server/provider';
import { healthStatus } from '../cloudApi/health';
import { cloudOperations } from '../cloudApi/operations';
import { TEMPLATE_NAMESPACE, templates } from '../cloudApi/templates';
import { extraWebhookOperations } from './extraWebhooks';
import { webhookOperations } from './webhook';
import { type Number360, sender } from './state';

/** Meta's operations, and 360dialog's own. */
export function operations(number: Number360): Record<string, Operation> {
	return {
		...cloudOperations(number),
		...webhookOperations(number),
		...extraWebhookOperations(number),

		getHealthStatus: () =>
			ok({
				health_status: healthStatus(number),
				id: sender.phoneNumberId,
			}),

		// Status in small letters: common knowledge of 360dialog's API, not in the documents.
		listTemplates: ({ query }) => {
			const { limit, offset } = { limit: 1000, offset: 0, ...query } as Slice;
			const page = templates.slice(offset, offset + limit);
			return ok({
				count: page.length,
				filters: {},
				limit,
				offset,
				sort: ['business_templates.name'],
				total: templates.length,
				waba_templates: page.map((template) => ({
					...template,
					status: template.status.toLowerCase(),
					namespace: TEMPLATE_NAMESPACE,
				})),
			});
		},
	};
}

interface Slice {
	limit: number;
	offset: number;
}
