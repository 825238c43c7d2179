import type { GroupEvent } from '../../../nodes/WhatsAppGroups/providers/GroupEvent';
import { passes } from '../../../nodes/WhatsAppGroups/trigger/filters';

const eventOf = (event: GroupEvent['event'], groupId: string | null) =>
	({ event, groupId }) as GroupEvent;

it.each([
	{ name: 'no groups mean all', event: eventOf('message.received', 'G1'), groups: [], is: true },
	{ name: 'a chosen group', event: eventOf('message.received', 'G1'), groups: ['G1'], is: true },
	{ name: 'another group', event: eventOf('message.received', 'G2'), groups: ['G1'], is: false },
	{ name: 'another event', event: eventOf('message.sent', 'G1'), groups: ['G1'], is: false },
	{ name: 'ids are opaque', event: eventOf('message.received', 'g1'), groups: ['G1'], is: false },
	{ name: 'no group at all', event: eventOf('other', null), groups: ['G1'], is: true },
])('$name: $is', ({ event, groups, is }) => {
	expect(passes(event, { events: ['message.received', 'other'], groups })).toBe(is);
});

it('no events mean none', () => {
	expect(passes(eventOf('message.received', 'G1'), { events: [], groups: [] })).toBe(false);
});
