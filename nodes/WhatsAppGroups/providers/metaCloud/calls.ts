/**
 * Meta's Cloud API itself: the Phone Number ID comes before `/messages` and `/groups`, and a group has
 * its own path. Source: Meta “Groups › Group management”.
 */
import { cloudCalls } from '../shared/cloudApi/calls';
import type { Account } from '../../contract/http';
import { textIn } from '../../contract/values';
import { segment } from '../shared/values';
import { FieldError } from '../../contract/errors';

export const calls = cloudCalls({
	number: numberPath,
	group: (groupId) => `/${segment(groupId)}`,
	// The first is in Meta's curl sample, the second in its parameter table.
	pictureFields: ['file', 'profile_picture_file'],
});

/** The path of the number itself. */
export function numberPath({ phoneNumberId }: Account): string {
	return `/${segment(required(phoneNumberId))}`;
}

function required(phoneNumberId: unknown): string {
	const id = textIn(phoneNumberId)?.trim();
	if (id) return id;
	throw new FieldError(
		'Phone Number ID',
		'The Meta credential has no Phone Number ID',
		'Open the credential and fill in “Phone Number ID” from the WhatsApp page of your Meta app.',
	);
}
