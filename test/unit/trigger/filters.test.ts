import type { GroupEvent, Message } from '../../../nodes/WhatsAppGroups/contract/events';
import { personOf } from '../../../nodes/WhatsAppGroups/contract/people';
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
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
	statuses?: unknown;
	events?: unknown;
	groups?: unknown;
	filters?: unknown;
}

function isLetThrough(event: GroupEvent, choice: Choice = {}, provider = a1Base): boolean {
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
const NOWHERE = { latitude: null, longitude: null, name: null, address: null, url: null };
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

	const ana = (ids: unknown[]) => said('Hi', { sender: personOf({ ids }) });

	it.each([
		['US.1234', ['US.1234'], true],
		['US.1234', ['15550002222', 'US.1234'], true],
		['15550002222', ['15550002222', 'US.1234'], true],
		['1234', ['US.1234'], false],
		['+55 11 95555-0123', ['551155550123'], true],
		['551155550123', ['5511955550123'], true],
		['+52 1 55 1234 5678', ['525512345678'], true],
		['+52 55 1234 5678', ['5215512345678'], true],
		['+54 11 5555-0123', ['5491155550123'], true],
		['+54 9 11 5555-0123', ['541155550123'], true],
		['+1 5 555 0123', ['15555550123'], false],
	])('%s and somebody known by %j: %s', (senders, ids, is) => {
		expect(isLetThrough(ana(ids), { filters: { senders } })).toBe(is);
	});

	it('people as an event gives them', () => {
		const senders = [personOf({ ids: ['15550002222', 'US.1234'] })];

		expect(isLetThrough(ana(['US.1234']), { filters: { senders } })).toBe(true);
		expect(isLetThrough(ana(['15550002222']), { filters: { senders } })).toBe(true);
		expect(isLetThrough(ana(['15550002222']), { filters: { senders: senders[0] } })).toBe(true);
		expect(isLetThrough(ana(['US.5678']), { filters: { senders } })).toBe(false);
	});

	it('a sender who is not known is none of the chosen', () => {
		expect(isLetThrough(ana([]), { filters: { senders: '15550002222' } })).toBe(false);
	});
});

describe('message types', () => {
	it.each([
		['text', ['text'], true],
		['image', ['text', 'image'], true],
		['image', ['text'], false],
		['image', [], true],
		['order', ['order'], true],
		['button', ['button'], true],
		['interactive', ['button'], true],
		['text', ['button'], false],
		['sticker', ['image'], false],
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

	it.each([
		[
			'the text of a tapped button',
			{ type: 'button', button: { text: 'Yes, please', payload: null, description: null } },
		],
		['the text of a choice', { type: 'interactive', text: 'Yes' }],
		['the name of a file', { type: 'document', media: { fileName: 'yes.pdf' } }],
		['the name of a place', { type: 'location', location: { ...NOWHERE, name: 'Yes Bar' } }],
	])('in %s', (_where, known) => {
		const event = said(null, { message: messageOf(known) });

		expect(isLetThrough(event, { filters: { keywords: 'yes' } })).toBe(true);
		expect(isLetThrough(event, { filters: { keywords: 'no' } })).toBe(false);
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

describe('only when addressed', () => {
	const saying = (text: string, known: Partial<Message> = {}) =>
		said(text, { message: messageOf({ type: 'text', text, ...known }) });
	const isAddressed = (event: GroupEvent, addressed: string[], commands?: unknown) =>
		isLetThrough(event, { filters: { addressed, commands } });

	it.each([
		['mentions', { mentionsMe: true }, true],
		['mentions', { mentionsMe: false }, false],
		['mentions', { mentionsMe: null }, false],
		['replies', { replyTo: 'M0', repliesToMe: true }, true],
		['replies', { replyTo: 'M0', repliesToMe: false }, false],
		['replies', { replyTo: 'M0', repliesToMe: null }, false],
		['replies', {}, false],
		['commands', { command: 'order' }, true],
		['commands', { mentionsMe: true }, false],
	])('by %s: %j: %s', (way, known, is) => {
		expect(isAddressed(saying('Hi', known), [way])).toBe(is);
		expect(isAddressed(saying('Hi', known), [])).toBe(true);
	});

	it('any one of several ways is enough', () => {
		const ways = ['replies', 'commands', 'mentions'];

		expect(isAddressed(saying('Hi', { mentionsMe: true }), ways)).toBe(true);
		expect(isAddressed(saying('/menu'), ways)).toBe(true);
		expect(isAddressed(saying('Just chatting'), ways)).toBe(false);
	});

	it.each([
		['', '/menu', true],
		['', '/Menu for two', true],
		['', 'menu', false],
		['', '/usr/bin', false],
		['/menu', '/menu', true],
		['/menu', ' /MENU today', true],
		['/menu', 'menu', false],
		['/menu', '/menus', false],
		['/menu', '/menu-old', false],
		['menu', 'Menu, please!', true],
		['menu', '/menu', true],
		['menu', 'menus', false],
		['menu', 'the menu', false],
		['hey bot, /stop', 'Hey bot: what is up?', true],
		['hey bot, /stop', '/stop', true],
		['hey bot, /stop', '/start', false],
		[['grüsse'], 'GRÜSSE an alle', true],
		['menü', 'Menu\u0308?', true],
		['日程', '日程 今日', true],
	])('commands %j and the text “%s”: %s', (commands, text, is) => {
		expect(isAddressed(saying(text), ['commands'], commands)).toBe(is);
	});

	it('a command can be the caption of a file', () => {
		const message = messageOf({ type: 'image', caption: '/receipt lunch' });
		const file = event('message.received', { message });

		expect(isAddressed(file, ['commands'])).toBe(true);
		expect(isAddressed(file, ['commands'], 'receipt')).toBe(true);
		expect(isAddressed(file, ['commands'], '/report')).toBe(false);
	});
});

describe('emojis of reactions', () => {
	const reacted = (emoji: string | null) =>
		event('message.reaction', {
			message: messageOf({ type: 'reaction', text: emoji, reaction: { emoji, messageId: null } }),
		});

	it.each([
		['👍', '👍', true],
		['👍', '❤️', false],
		['👍 ❤️', '❤️', true],
		['👍,❤️', '👍', true],
		['👍❤️', '❤️', true],
		[['👍', '❤️'], '❤️', true],
		['👍', '👍🏽', true],
		['👍🏽', '👍', true],
		['❤', '❤️', true],
		['❤️', '❤', true],
		['👨‍👩‍👧', '👨‍👩‍👧', true],
		['👨‍👩‍👧', '👨', false],
		['🇧🇷', '🇦🇷', false],
		['', '🎉', true],
		['👍', null, false],
		['', null, true],
	])('%j and %s: %s', (emojis, emoji, is) => {
		expect(isLetThrough(reacted(emoji), { filters: { emojis } })).toBe(is);
	});

	it('hold back no message', () => {
		expect(isLetThrough(said('Hi'), { filters: { emojis: '👍' } })).toBe(true);
	});
});

describe('statuses', () => {
	const status = (value: string) =>
		event('message.status', {
			status: {
				value,
				participant: null,
				person: null,
				pricing: null,
				errors: [],
				explanation: null,
				advice: null,
			},
		});

	it.each([
		['failed', ['failed', 'read'], true],
		['sent', ['failed', 'read'], false],
		['sent', undefined, true],
		['sent', [], true],
	])('%s, where %j are chosen: %s', (value, statuses, is) => {
		expect(isLetThrough(status(value), { statuses })).toBe(is);
		expect(isLetThrough(said('Hi'), { statuses })).toBe(true);
	});
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
		addressed: ['mentions'],
	};

	expect(isLetThrough(joined, { filters })).toBe(true);
	expect(isLetThrough(event('message.status'), { filters })).toBe(true);
	expect(isLetThrough(event('other', { groupId: null }), { filters })).toBe(true);
	expect(isLetThrough(reaction, { filters })).toBe(true);
});
