import type { BusinessNumber, GroupEvent } from '../../contract/events';
import { isSamePhone } from '../../contract/people';

/**
 * Returns whether an event is for the credential's number. One app or account delivers the events of
 * all its numbers to the same address. If the event or the credential has no number, accepts the event.
 */
export function isForNumber({ number }: GroupEvent, own: BusinessNumber): boolean {
	const { id, phone } = own;
	if (id !== null && number.id !== null && number.id !== id) return false;
	return phone === null || number.phone === null || isSamePhone(number.phone, phone);
}
