/** The table of providers, compared with the documents and with the providers' code. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { operations, properties } from '../../../nodes/WhatsAppGroups/actions/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import type { MenuKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import type { ProviderName } from '../../../nodes/WhatsAppGroups/contract/ProviderName';
import { eventMenu } from '../../../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { firstOf } from '../../support/firstOf';
import { samples, unknown } from '../deliveries/index';
import { fakeRequest, perform } from '../support/request';

/** From the matrix of the vendors' documents, for the operations that exist. */
const OFFERED: Record<MenuKey, ProviderName[]> = {
	'message.sendAndWait': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'message.send': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'message.pin': ['dialog360', 'metaCloud'],
	'message.unpin': ['dialog360', 'metaCloud'],
	'message.getMany': ['oneMsg', 'a1Base'],
	'group.create': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'group.get': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'group.getMany': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'group.update': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'group.delete': ['dialog360', 'oneMsg', 'metaCloud'],
	'group.join': ['a1Base'],
	'group.leave': ['a1Base'],
	'group.updatePermissions': ['a1Base'],
	'inviteLink.get': ['dialog360', 'oneMsg', 'metaCloud'],
	'inviteLink.reset': ['dialog360', 'oneMsg', 'metaCloud'],
	'inviteLink.send': ['dialog360', 'oneMsg', 'metaCloud'],
	'participant.add': ['a1Base'],
	'participant.remove': ['dialog360', 'a1Base', 'metaCloud'],
	'participant.promote': ['a1Base'],
	'participant.demote': ['a1Base'],
	'participant.getMany': ['dialog360', 'oneMsg', 'a1Base', 'metaCloud'],
	'joinRequest.getMany': ['dialog360', 'metaCloud'],
	'joinRequest.approve': ['dialog360', 'metaCloud'],
	'joinRequest.reject': ['dialog360', 'metaCloud'],
};

const sorted = (names: unknown) => [...(names as string[])].sort();
const optionsOf = (field: INodeProperties) => field.options as INodePropertyOptions[];
const shownFor = (option: INodePropertyOptions | INodeProperties) => {
	const show = option.displayOptions?.show ?? {};
	return sorted(show.provider ?? show['/provider'] ?? []);
};

describe.each(operations)('$key', ({ key, call }) => {
	const [resource, operation] = key.split('.');

	it('is offered by the providers whose documents have it', () => {
		const offering = providers.filter(({ calls }) => calls[call] !== undefined);

		expect(sorted(offering.map(({ name }) => name))).toEqual(sorted(OFFERED[key]));
	});

	it('is in the menus of these providers only', () => {
		const menu = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		) as INodeProperties;
		const resources = firstOf(properties.filter(({ name }) => name === 'resource'));
		const option = optionsOf(menu).find(({ value }) => value === operation);
		const resourceOption = optionsOf(resources).find(({ value }) => value === resource);

		expect(shownFor(option as INodePropertyOptions)).toEqual(sorted(OFFERED[key]));
		expect(shownFor(resourceOption as INodePropertyOptions)).toEqual(
			expect.arrayContaining(OFFERED[key]),
		);
	});
});

describe('fields of a new group that only some providers accept', () => {
	const INPUT = {
		subject: 'SUBJECT',
		description: 'DESCRIPTION',
		joinApprovalMode: 'approval_required',
		participants: ['15550002222'],
		initialMessage: 'INITIAL',
	};

	it.each(providers)('$displayName sends exactly that', async (provider) => {
		const account = { accountId: 'acc', agentNumber: '+1555', phoneNumberId: '1000' };
		const request = fakeRequest(account, { id: 'G' });

		await perform(provider, 'group.create', request, INPUT);

		const body = JSON.stringify(firstOf(request.calls).body);
		const sent = Object.entries(INPUT).filter(([, value]) =>
			body.includes(firstOf([value].flat())),
		);
		expect(sorted(sent.map(([name]) => name))).toEqual(
			sorted(['subject', ...(provider.optionalInputs['group.create'] ?? [])]),
		);
	});

	it.each(['description', 'joinApprovalMode', 'participants', 'initialMessage'] as const)(
		'%s is shown for the providers that accept it',
		(input) => {
			const all = properties.flatMap((field) => [
				field,
				...((field.type === 'collection' ? field.options : []) as INodeProperties[]),
			]);
			const field = firstOf(all.filter(({ name }) => name === input));
			const taking = providers.filter(({ optionalInputs }) =>
				optionalInputs['group.create']?.includes(input),
			);

			expect(shownFor(field)).toEqual(sorted(taking.map(({ name }) => name)));
		},
	);
});

describe.each(providers)('events of $displayName', ({ name, events, readEvents }) => {
	const bodies = [...samples[name], ...unknown[name]].map(({ body }) => body);
	const yielded = new Set(bodies.flatMap((body) => readEvents(body)).map(({ event }) => event));

	it.each(events)('%s: the corpus has a delivery of it', (event) => {
		expect(yielded).toContain(event);
	});

	it.each([...yielded])('%s is declared', (event) => {
		expect(events).toContain(event);
	});

	it('are in the menu of this provider', () => {
		const offered = eventMenu.filter((option) => shownFor(option).includes(name));

		expect(sorted(offered.map(({ value }) => value))).toEqual(sorted(events));
	});
});
