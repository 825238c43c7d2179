import type { BusinessNumber, GroupEvent } from '../../contract/events';
import { isSamePhone } from '../../contract/people';

/**
 * Whether an event came to the credential's number. One app or account delivers the events of all its
 * numbers to the same address. If one side doesn't say which number it is, the event is accepted.
 */
export function isForNumber({ number }: GroupEvent, own: BusinessNumber): boolean {
	const { id, phone } = own;
	if (id !== null && number.id !== null && number.id !== id) return false;
	return phone === null || number.phone === null || isSamePhone(number.phone, phone);
}
