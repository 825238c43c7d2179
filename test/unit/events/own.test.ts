/** Own messages of A1Base: a workflow that took them for received ones would answer itself for ever. */
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { a1Message } from '../deliveries/a1Base';

const OWN = '15550001111';

test.each([
	{ is_from_agent: true },
	{ is_from_agent: 'true' },
	{ is_from_agent: 1 },
	{ is_from_agent: '1' },
	{ sender_number: `+${OWN}` },
	{ sender_number: OWN, is_from_agent: undefined },
	{ sender_number: '+1 (555) 000-1111', is_from_agent: 'false' },
])('%j is an own message', (members) => {
	const [event] = a1Base.readEvents(a1Message(members));

	expect(event).toMatchObject({ event: 'message.sent', sender: { id: OWN } });
});

test.each([
	{ is_from_agent: false },
	{ is_from_agent: 'false' },
	{ is_from_agent: 0 },
	{ sender_number: '+' },
	{ a1_phone_number: undefined, sender_number: undefined },
])('%j is a received message', (members) => {
	const [event] = a1Base.readEvents(a1Message(members));

	expect(event).toMatchObject({ event: 'message.received' });
});
