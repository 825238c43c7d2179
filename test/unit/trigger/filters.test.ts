import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';
import { personOf } from '../../../nodes/WhatsAppGroups/contract/people';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { messageOf } from '../../../nodes/WhatsAppGroups/providers/shared/messageOf';
import { filtersOf, passes } from '../../../nodes/WhatsAppGroups/trigger/receiving/filters';

const everyEvent = [
	'message.received',
	'message.sent',
	'message.reaction',
	'message.status',
	'participant.joined',
	'other',
];

interface Choice {
	events?: unknown;
	groups?: unknown;
	filters?: unknown;
}

function isLetThrough(event: GroupEvent, choice: Choice = {}, provider = {}): boolean {
	const parameters: Record<string, unknown> = { events: everyEvent, ...choice };
	return passes(
		event,
		filtersOf((name, absent) => parameters[name] ?? absent, provider),
	);
}

function event(name: GroupEvent['event'], details: Partial<GroupEvent> = {}): GroupEvent {
	return {
		eventId: 'E',
		event: name,
		provider: 'a1Base',
		groupId: 'G1',
		messageId: 'M1',
		timestamp: null,
		number: { id: null, phone: null },
		...details,
	};
}

function said(text: string | null, details: Partial<GroupEvent> = {}, type = 'text'): GroupEvent {
	return event('message.received', {
		sender: personOf({ ids: ['15550002222'], name: 'Ana' }),
		message: messageOf({ type, text }),
		...details,
	});
}

const joined = event('participant.joined', { participants: [personOf({ ids: ['1'] })] });
const reaction = event('message.reaction', {
	sender: personOf({ ids: ['15550002222'], name: 'Ana' }),
	message: messageOf({ type: 'reaction', text: '👍' }),
});
const own = said('Hi', { event: 'message.sent' });

it.each([
	{ name: 'nothing chosen', it: said('Hi'), choice: {}, is: true },
	{ name: 'a chosen event', it: said('Hi'), choice: { events: ['message.received'] }, is: true },
	{
		name: 'events as text',
		it: said('Hi'),
		choice: { events: 'other, message.received' },
		is: true,
	},
	{ name: 'another event', it: joined, choice: { events: ['message.received'] }, is: false },
	{ name: 'no event', it: said('Hi'), choice: { events: [] }, is: false },
	{ name: 'a chosen group', it: said('Hi'), choice: { groups: ['G0', 'G1'] }, is: true },
	{ name: 'another group', it: said('Hi'), choice: { groups: ['G2'] }, is: false },
	{ name: 'ids are opaque', it: said('Hi'), choice: { groups: ['g1'] }, is: false },
	{
		name: 'no group at all',
		it: event('other', { groupId: null }),
		choice: { groups: ['G2'] },
		is: true,
	},
])('$name: $is', ({ it: subject, choice, is }) => {
	expect(isLetThrough(subject, choice)).toBe(is);
});

it('a group may be written in any of its provider’s forms', () => {
	expect(isLetThrough(said('Hi'), { groups: ['G1@g.us'] }, oneMsg)).toBe(true);
});

describe('senders', () => {
	it.each([
		['+15550002222', true],
		['+1 (555) 000-2222', true],
		['15550009999, 15550002222', true],
		[['15550009999', '15550002222'], true],
		['15550009999', false],
		['5550002222', false],
		['', true],
	])('%j: %s', (senders, is) => {
		expect(isLetThrough(said('Hi'), { filters: { senders } })).toBe(is);
		expect(isLetThrough(reaction, { filters: { senders } })).toBe(is);
	});

	it('user ids are taken as they are', () => {
		const event = said('Hi', { sender: personOf({ ids: ['US.1234'] }) });

		expect(isLetThrough(event, { filters: { senders: 'US.1234' } })).toBe(true);
		expect(isLetThrough(event, { filters: { senders: '1234' } })).toBe(false);
	});

	it('a sender who is not known is none of the chosen', () => {
		const event = said('Hi', { sender: personOf({ ids: [], name: 'Ana' }) });

		expect(isLetThrough(event, { filters: { senders: '15550002222' } })).toBe(false);
	});
});

describe('message types', () => {
	it.each([
		['text', ['text'], true],
		['image', ['text', 'image'], true],
		['image', ['text'], false],
		['image', [], true],
		['order', ['order'], true],
	])('%s of %j: %s', (type, messageTypes, is) => {
		expect(isLetThrough(said(null, {}, type), { filters: { messageTypes } })).toBe(is);
	});
});

describe('keywords', () => {
	it.each([
		['order', 'My ORDER please', true],
		['order', 'my reorder', true],
		['order', 'odrer', false],
		['stop, start', 'Now start!', true],
		['stop\nstart', 'Now start!', true],
		['GRÜSSE', 'grüsse', true],
		['Cafe\u0301', 'im CAFÉ', true],
		['a.c', 'abc', false],
		['/a.c/', 'abc', true],
		['/^stop$/i', 'STOP', true],
		['/^stop$/', 'STOP', false],
		['/\\d{3,5}/', 'room 1234', true],
		['/^a,b$/\nhello', 'hello', true],
		[['one, two', '/^x{1,2}$/'], 'one, two', true],
		[['one, two', '/^x{1,2}$/'], 'two', false],
		[['one, two', '/^x{1,2}$/'], 'xx', true],
		['/', 'either/or', true],
		['', 'anything', true],
		[' \n , ', 'anything', true],
	])('%j in “%s”: %s', (keywords, text, is) => {
		expect(isLetThrough(said(text), { filters: { keywords } })).toBe(is);
	});

	it('in the caption of a file', () => {
		const file = event('message.received', {
			message: messageOf({ type: 'image', caption: 'Invoice 7' }),
		});

		expect(isLetThrough(file, { filters: { keywords: 'invoice' } })).toBe(true);
		expect(isLetThrough(said(null, {}, 'image'), { filters: { keywords: 'invoice' } })).toBe(false);
	});

	it.each(['/(a)\\1/', '/(?=a)/', '/(/', 'fine\n/a{1000}/'])(
		'%s is refused by name, with what to do',
		(keywords) => {
			expect(() => isLetThrough(said('a'), { filters: { keywords } })).toThrow(
				expect.objectContaining({
					field: 'Keywords',
					message: expect.stringContaining(keywords.split('\n').at(-1) as string),
					advice: expect.stringContaining('plain words'),
				}),
			);
		},
	);
});

it.each([
	[true, true],
	[false, false],
	[null, false],
])('only mentions: a message that has mentionsMe %s', (mentionsMe, is) => {
	const event = said('Hi', { message: messageOf({ type: 'text', text: 'Hi', mentionsMe }) });

	expect(isLetThrough(event, { filters: { onlyMentions: true } })).toBe(is);
	expect(isLetThrough(event, { filters: { onlyMentions: false } })).toBe(true);
});

it.each([
	{ name: 'asked for by its event', events: everyEvent, filters: {}, is: true },
	{ name: 'not asked for', events: ['message.received'], filters: {}, is: false },
	{ name: 'ignored on purpose', events: everyEvent, filters: { ignoreOwn: true }, is: false },
	{ name: 'not ignored', events: everyEvent, filters: { ignoreOwn: false }, is: true },
	{
		name: 'not ignored, but not asked for',
		events: ['message.received'],
		filters: { ignoreOwn: false },
		is: false,
	},
])('an own message that is $name: $is', ({ events, filters, is }) => {
	expect(isLetThrough(own, { events, filters })).toBe(is);
});

it('filters on messages hold back neither changes of the group nor what has no words', () => {
	const filters = {
		senders: '15550002222',
		messageTypes: ['text'],
		keywords: 'order',
		onlyMentions: true,
	};

	expect(isLetThrough(joined, { filters })).toBe(true);
	expect(isLetThrough(event('message.status'), { filters })).toBe(true);
	expect(isLetThrough(event('other', { groupId: null }), { filters })).toBe(true);
	expect(isLetThrough(reaction, { filters })).toBe(true);
});
