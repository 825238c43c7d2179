/** The editor says so if a choice that n8n keeps isn't offered by the chosen provider. */
import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { operations } from '../../nodes/WhatsAppGroups/actions';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';

const nodes = { action: new WhatsAppGroups(), trigger: new WhatsAppGroupsTrigger() };

/** The fields that the editor shows for these parameters and the defaults of all others. */
function shownIn(node: keyof typeof nodes, parameters: INodeParameters): INodeProperties[] {
	const { description } = nodes[node];
	const all = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as INodeParameters;
	return description.properties.filter((field) =>
		NodeHelpers.displayParameter(all, field, { typeVersion: 1 }, description),
	);
}

/** Which choices it calls “not offered”. */
function noticesFor(node: keyof typeof nodes, parameters: INodeParameters): string[] {
	return shownIn(node, parameters)
		.map(({ displayName }) => displayName)
		.filter((text) => text.startsWith("This provider doesn't offer"));
}

function notOffered(what: string, can: string[]): string[] {
	const [only, ...others] = can;
	if (others.length === 0) return [`This provider doesn't offer “${what}”. ${only} does.`];
	const names = `${[only, ...others.slice(0, -1)].join(', ')}${others.length > 1 ? ',' : ''} and ${others.at(-1)}`;
	return [`This provider doesn't offer “${what}”. ${names} do.`];
}

const displayNamesOf = (some: Array<{ displayName: string }>) =>
	some.map(({ displayName }) => displayName);

describe.each(providers)('$displayName', (of) => {
	const { name: provider, calls, events, templates, groupsListed, groupIdExample } = of;

	test.each(operations)('$key', ({ key, call, action }) => {
		const [resource, operation] = key.split('.');
		const can = displayNamesOf(providers.filter((other) => other.calls[call]));

		expect(noticesFor('action', { provider, resource, operation })).toEqual(
			calls[call] ? [] : notOffered(action, can),
		);
	});

	const eventMenu = nodes.trigger.description.properties.find(
		({ name }) => name === 'events',
	) as INodeProperties;
	test.each(eventMenu.options as INodePropertyOptions[])('$value', ({ name, value }) => {
		const delivers = (list: string[]) => list.includes(String(value));
		const can = displayNamesOf(providers.filter((other) => delivers(other.events)));

		expect(
			noticesFor('trigger', { provider, events: ['message.received', String(value)] }),
		).toEqual(delivers(events) ? [] : notOffered(name, can));
	});

	test('a template', () => {
		const can = displayNamesOf(providers.filter((other) => other.templates));

		expect(noticesFor('action', { provider, messageType: 'template' })).toEqual(
			templates ? [] : notOffered('Template', can),
		);
	});

	test.each(operations)('$key has at most one field for the group, with its hints', ({ key }) => {
		const [resource, operation] = key.split('.');
		const fields = shownIn('action', { provider, resource, operation });
		const groups = fields.filter(({ name }) => name === 'group');

		const needsNone = ['group.create', 'group.getMany', 'group.join'].includes(key);
		expect(groups).toHaveLength(needsNone ? 0 : 1);
		for (const { modes } of groups) {
			expect(modes?.find(({ name }) => name === 'list')?.hint).toMatch(groupsListed);
			const byId = modes?.find(({ name }) => name === 'id');
			expect(byId?.placeholder).toBe(`e.g. ${groupIdExample}`);
		}
	});

	test('which messages the provider keeps', () => {
		const fields = shownIn('action', { provider, resource: 'message', operation: 'getMany' });

		const notices = fields.filter(({ name }) => name.endsWith('MessagesKept'));
		expect(displayNamesOf(notices)).toEqual(of.messagesKept ? [of.messagesKept] : []);
	});

	test.each([
		[{ operation: 'send', messageType: 'text' }, templates !== undefined],
		[{ operation: 'send', messageType: 'media' }, templates !== undefined],
		[{ operation: 'send', messageType: 'template' }, false],
		[{ operation: 'sendAndWait' }, templates !== undefined],
		[{ operation: 'pin' }, false],
	])('%j: the 24-hour window is mentioned: %s', (parameters, expected) => {
		const fields = shownIn('action', { provider, resource: 'message', ...parameters });

		expect(fields.some(({ displayName }) => /last 24 hours/.test(displayName))).toBe(expected);
	});
});

test('several events that the provider lacks each have their notice, with a name of its own', () => {
	const events = ['message.sent', 'invite.received'];

	expect(noticesFor('trigger', { provider: 'dialog360', events })).toHaveLength(2);
	for (const { description } of Object.values(nodes)) {
		const names = description.properties
			.filter(({ displayName }) => displayName.startsWith("This provider doesn't offer"))
			.map(({ name, displayOptions }) => JSON.stringify([name, displayOptions?.show?.resource]));
		expect(names.length).toBeGreaterThan(0);
		expect(new Set(names).size).toBe(names.length);
	}
});
