import { ok, type Operation } from '../../provider';
import { cloudOperations } from '../cloudApi/operations';
import { templates } from '../cloudApi/templates';
import { webhookOperations } from './webhook';
import { type Number360, sender } from './state';

/** Meta's operations, and what 360dialog has of its own. */
export function operations(number: Number360): Record<string, Operation> {
	return {
		...cloudOperations(number),
		...webhookOperations(number),

		getHealthStatus: () =>
			ok({
				health_status: { can_send_message: 'AVAILABLE', entities: [] },
				id: sender.phoneNumberId,
			}),

		// Status in small letters: common knowledge of 360dialog's API, not in the documents.
		listTemplates: () =>
			ok({
				waba_templates: templates.map(
					({ name, language, status, category, components, parameter_format }) => ({
						name,
						language,
						status: status.toLowerCase(),
						namespace: NAMESPACE,
						category,
						parameter_format,
						components,
					}),
				),
			}),
	};
}

const NAMESPACE = 'sandbox_templates';
