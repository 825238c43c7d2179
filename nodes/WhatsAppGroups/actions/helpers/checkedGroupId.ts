import type { Provider } from '../../contract/Provider';
import { FieldError } from '../../contract/errors';
import { readId } from './texts';

const PICK_A_GROUP = 'Pick the group from the list, or use the Group ID of a trigger event.';

/** What people paste instead of a group ID. */
const OTHER_THINGS: Array<[pattern: RegExp, name: string]> = [
	[/chat\.whatsapp\.com/i, 'an invite link'],
	[/@(?:c\.us|s\.whatsapp\.net)$|^(?:tel|whatsapp|sms):|\bwa\.me\//i, 'a phone number'],
	[/@lid$/i, "a person's ID"],
	[/@newsletter$/i, 'a channel'],
	[/@broadcast$/i, 'a broadcast list'],
];

/**
 * Returns the group id that the builder entered. Ids are opaque, so their form isn't checked, but a
 * value that is clearly something else is rejected with an explanation.
 *
 * @throws FieldError
 */
export function checkedGroupId(value: unknown, { displayName, numericGroupIds }: Provider): string {
	const id = readId(value, 'Group');
	if (id === undefined) throw new FieldError('Group', 'No group is chosen', PICK_A_GROUP);
	const thing = OTHER_THINGS.find(([pattern]) => pattern.test(id))?.[1];
	const other = thing ?? (looksLikePhone(id, numericGroupIds) ? 'a phone number' : undefined);
	if (other === undefined) return id;
	throw new FieldError(
		'Group',
		`“${id}” is ${other}, not a group ID of ${displayName}`,
		`This node only sends to groups. ${PICK_A_GROUP}`,
	);
}

function looksLikePhone(id: string, numericGroupIds: boolean): boolean {
	const digits = id.replace(/[\s().-]/g, '');
	return /^\+\d{7,15}$/.test(digits) || (!numericGroupIds && /^\d{7,15}$/.test(digits));
}
