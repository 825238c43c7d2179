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

/** What the editor shows as “not offered”, for these parameters and the defaults of all others. */
function noticesFor(node: keyof typeof nodes, parameters: INodeParameters): string[] {
	const { description } = nodes[node];
	const all = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as INodeParameters;
	return description.properties
		.filter(({ type }) => type === 'notice')
		.filter((field) => NodeHelpers.displayParameter(all, field, { typeVersion: 1 }, description))
		.map(({ displayName }) => displayName)
		.filter((text) => text.startsWith("This provider doesn't offer"));
}

function notOffered(what: string, can: string[]): string[] {
	const [only, ...others] = can;
	if (others.length === 0) return [`This provider doesn't offer “${what}”. ${only} does.`];
	const names = `${[only, ...others.slice(0, -1)].join(', ')}${others.length > 1 ? ',' : ''} and ${others.at(-1)}`;
	return [`This provider doesn't offer “${what}”. ${names} do.`];
}

const displayNames = (some: typeof providers) => some.map(({ displayName }) => displayName);

describe.each(providers)('$displayName', ({ name: provider, calls, events, templates }) => {
	test.each(operations)('$key', ({ key, call, action }) => {
		const [resource, operation] = key.split('.');
		const can = displayNames(providers.filter((other) => other.calls[call]));

		expect(noticesFor('action', { provider, resource, operation })).toEqual(
			calls[call] ? [] : notOffered(action, can),
		);
	});

	const eventMenu = nodes.trigger.description.properties.find(
		({ name }) => name === 'events',
	) as INodeProperties;
	test.each(eventMenu.options as INodePropertyOptions[])('$value', ({ name, value }) => {
		const delivers = (list: string[]) => list.includes(String(value));
		const can = displayNames(providers.filter((other) => delivers(other.events)));

		expect(
			noticesFor('trigger', { provider, events: ['message.received', String(value)] }),
		).toEqual(delivers(events) ? [] : notOffered(name, can));
	});

	test('a template', () => {
		const can = displayNames(providers.filter((other) => other.templates));

		expect(noticesFor('action', { provider, messageType: 'template' })).toEqual(
			templates ? [] : notOffered('Template', can),
		);
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
