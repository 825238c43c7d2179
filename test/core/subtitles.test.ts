/** What n8n shows under a node on the canvas. */
import { Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';

import { operations } from '../../nodes/WhatsAppGroups/actions';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { eventMenu } from '../../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';

const provider = 'dialog360';

function subtitleOf(type: INodeType, parameters: INodeParameters) {
	const { name, subtitle } = type.description;
	const node = { id: '1', name, type: name, typeVersion: 1, position: [0, 0], parameters };
	const workflow = new Workflow({
		nodes: [{ ...node, position: [0, 0] }],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	return workflow.expression.getSimpleParameterValue(
		workflow.nodes[name]!,
		subtitle,
		'internal',
		{},
	);
}

test.each(operations)('$key: $action', ({ key, action }) => {
	const [resource, operation] = key.split('.');

	expect(subtitleOf(new WhatsAppGroups(), { provider, resource, operation })).toBe(
		`360dialog · ${action}`,
	);
});

test.each(providers)('$name: $displayName', ({ name, displayName }) => {
	const parameters = { provider: name, resource: 'message', operation: 'send' };

	expect(subtitleOf(new WhatsAppGroups(), parameters)).toBe(`${displayName} · Send group message`);
});

test.each(eventMenu)('$value: $name', ({ value, name }) => {
	expect(subtitleOf(new WhatsAppGroupsTrigger(), { provider, events: [value] as string[] })).toBe(
		`360dialog · ${name}`,
	);
});

test.each([
	[['message.received', 'other'], 'Message Received, Other'],
	[['message.received', 'other', 'group.created'], 'Message Received, Other, …'],
	['={{ "message.received" }}', 'Message Received'],
])('%j: %s', (events, expected) => {
	expect(subtitleOf(new WhatsAppGroupsTrigger(), { provider, events })).toBe(
		`360dialog · ${expected}`,
	);
});
