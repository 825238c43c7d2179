/** Deliveries that are unusual, but genuine: each of their events comes once, with exact IDs. */
import { randomUUID } from 'node:crypto';

import { delivery, textInGroup } from '../unit/deliveries/cloudApi';
import { a1Message } from '../unit/deliveries/a1Base';
import { signedCall, triggerWithSecret } from './support/signedCalls';

/** The body as JSON, with these texts as bare numbers. */
const withNumbers = (body: object, ...ids: string[]) =>
	ids.reduce((json, id) => json.replaceAll(`"${id}"`, id), JSON.stringify(body));

test('A1Base: IDs that came as numbers of 18 digits keep all of them', async () => {
	const trigger = triggerWithSecret('a1Base', randomUUID());
	const [group, ...messages] = ['120363046942338209', '120363046942338211', '120363046942338212'];
	const receptions = [];
	for (const message of messages) {
		const body = a1Message({ thread_id: group, message_id: message });
		const text = withNumbers(body, String(group), message);
		receptions.push(await trigger.receive(signedCall('a1Base', text)));
	}

	// JavaScript rounds both to the same number, so the second would pass for a repeat of the first.
	expect(receptions.flatMap(({ items = [] }) => items)).toMatchObject(
		messages.map((messageId) => ({ groupId: group, messageId })),
	);
});

test('Meta: a phone number ID that came as a number is compared exactly', async () => {
	const [own, other] = ['106540352242922113', '106540352242922114'];
	const trigger = triggerWithSecret('metaCloud', randomUUID(), {}, { phoneNumberId: own });
	const receive = async (id: string) => {
		const metadata = { display_phone_number: '15550001111', phone_number_id: id };
		const text = withNumbers(delivery('messages', { metadata, messages: [textInGroup()] }), id);
		return (await trigger.receive(signedCall('metaCloud', text))).items ?? [];
	};

	expect(await receive(other)).toEqual([]);
	expect(await receive(own)).toMatchObject([{ number: { id: own } }]);
});
