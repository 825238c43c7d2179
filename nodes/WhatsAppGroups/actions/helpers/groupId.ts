import type { Provider } from '../../contract/Provider';
import { textIn } from '../../contract/values';
import { FieldError } from '../../contract/errors';

const PICK_A_GROUP = 'Pick the group from the list, or use the Group ID of a trigger event.';

/**
 * A group id as the builder gave it. Ids are opaque and not judged by their form, but what is plainly
 * something else is explained rather than sent.
 */
export function checkedGroupId(value: unknown, { displayName, numericGroupIds }: Provider): string {
	const id = textIn(value)?.trim() ?? '';
	if (id === '') throw new FieldError('Group', 'No group is chosen', PICK_A_GROUP);
	if (/chat\.whatsapp\.com/i.test(id)) {
		throw new FieldError('Group', `“${id}” is an invite link, not a group ID`, PICK_A_GROUP);
	}
	if (/@(c\.us|s\.whatsapp\.net)$/.test(id) || looksLikePhone(id, numericGroupIds)) {
		throw new FieldError(
			'Group',
			`“${id}” is a phone number, not a group ID of ${displayName}`,
			`This node writes to groups only. ${PICK_A_GROUP}`,
		);
	}
	return id;
}

function looksLikePhone(id: string, numericGroupIds: boolean): boolean {
	const digits = id.replace(/[\s().-]/g, '');
	return /^\+\d{7,15}$/.test(digits) || (!numericGroupIds && /^\d{7,15}$/.test(digits));
}
