import type { CloudNumber } from './state';

/** Whether the number can send, as its page says (meta-groups.md#m10, 360dialog.md#p5). */
export function healthStatus({ settings }: CloudNumber) {
	const entities = ['PHONE_NUMBER', 'WABA', 'BUSINESS', 'APP'].map((type) => ({
		entity_type: type,
		can_send_message: 'AVAILABLE',
	}));
	if (!settings.sendingBlocked) return { can_send_message: 'AVAILABLE', entities };
	const waba = {
		entity_type: 'WABA',
		can_send_message: 'BLOCKED',
		errors: [
			{
				error_code: 141006,
				error_description: 'There is an error with the payment method.',
				possible_solution: 'Add a payment method to the account.',
			},
		],
	};
	return {
		can_send_message: 'BLOCKED',
		entities: entities.map((entity) => (entity.entity_type === 'WABA' ? waba : entity)),
	};
}
