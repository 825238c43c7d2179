/** Names that users' workflows depend on: the public contract, word for word. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { A1BaseGroupsApi } from '../../../credentials/A1BaseGroupsApi.credentials';
import { Dialog360GroupsApi } from '../../../credentials/Dialog360GroupsApi.credentials';
import { MetaCloudGroupsApi } from '../../../credentials/MetaCloudGroupsApi.credentials';
import { OneMsgGroupsApi } from '../../../credentials/OneMsgGroupsApi.credentials';
import { operations, properties } from '../../../nodes/WhatsAppGroups/actions/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { eventMenu } from '../../../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { properties as triggerProperties } from '../../../nodes/WhatsAppGroups/trigger/editor/properties';
import { WhatsAppGroups } from '../../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';

it.each([
	[new Dialog360GroupsApi(), 'dialog360GroupsApi', ['apiKey', 'baseUrl']],
	[new OneMsgGroupsApi(), 'oneMsgGroupsApi', ['apiKey', 'channelId', 'baseUrl']],
	[
		new A1BaseGroupsApi(),
		'a1BaseGroupsApi',
		['apiKey', 'apiSecret', 'accountId', 'agentNumber', 'baseUrl'],
	],
	[
		new MetaCloudGroupsApi(),
		'metaCloudGroupsApi',
		['accessToken', 'phoneNumberId', 'appSecret', 'verifyToken', 'baseUrl'],
	],
])('credential %#', (credential, name, fields) => {
	expect(credential.name).toBe(name);
	expect(credential.properties.map((property) => property.name)).toEqual(
		expect.arrayContaining(fields),
	);
	const secrets = credential.properties.filter((property) =>
		/key|secret|token/i.test(property.name),
	);
	expect(secrets.every(({ typeOptions }) => typeOptions?.password === true)).toBe(true);
});

it('providers and their credentials', () => {
	const table = providers.map(({ name, credential }) => [name, credential]);

	expect(Object.fromEntries(table)).toEqual({
		dialog360: 'dialog360GroupsApi',
		oneMsg: 'oneMsgGroupsApi',
		a1Base: 'a1BaseGroupsApi',
		metaCloud: 'metaCloudGroupsApi',
	});
});

it('the nodes', () => {
	expect(new WhatsAppGroups().description).toMatchObject({
		name: 'whatsAppGroups',
		version: 1,
		usableAsTool: true,
	});
	expect(new WhatsAppGroupsTrigger().description).toMatchObject({
		name: 'whatsAppGroupsTrigger',
		version: 1,
	});
});

it('operations and their entries in the panel of actions', () => {
	expect(Object.fromEntries(operations.map(({ key, action }) => [key, action]))).toEqual({
		'message.send': 'Send group message',
		'message.sendAndWait': 'Send a message and wait for response',
		'message.getMany': 'Get many messages',
		'group.get': 'Get group',
		'group.update': 'Update group',
		'group.delete': 'Delete group',
		'group.join': 'Join group',
		'group.leave': 'Leave group',
		'group.updatePermissions': 'Update group permissions',
		'inviteLink.send': 'Send invite link',
		'participant.add': 'Add members',
		'participant.remove': 'Remove members',
		'participant.promote': 'Make members admins',
		'participant.demote': 'Dismiss members as admins',
		'participant.getMany': 'Get many members',
		'joinRequest.getMany': 'Get many join requests',
		'joinRequest.approve': 'Approve join requests',
		'joinRequest.reject': 'Reject join requests',
		'message.pin': 'Pin message',
		'message.unpin': 'Unpin message',
		'group.create': 'Create group',
		'group.getMany': 'Get many groups',
		'inviteLink.get': 'Get invite link',
		'inviteLink.reset': 'Reset invite link',
	});
});

/** A field may have a variant per provider. */
function namesOf(fields: INodeProperties[]): string[] {
	return [...new Set(fields.map(({ name }) => name))];
}

it('Send and Wait for Response has its fields, and no Simplify', () => {
	const ofIt = properties.filter(
		({ type, displayOptions: { show } = {} }) =>
			type !== 'notice' && show?.operation?.includes('sendAndWait') === true,
	);

	expect(namesOf(ofIt)).toEqual(['group', 'message', 'responseType', 'approvers', 'options']);
});

it.each([
	[
		'message',
		'send',
		[
			...['group', 'messageType', 'text'],
			...['mediaType', 'mediaSource', 'mediaUrl', 'binaryPropertyName', 'mediaId'],
			...['caption', 'fileName', 'template', 'templateVariables', 'options'],
		],
	],
	['message', 'getMany', ['group', 'returnAll', 'limit']],
	['group', 'get', ['group']],
	['group', 'update', ['group', 'updateFields']],
	['group', 'delete', ['group']],
	['group', 'join', ['inviteLink']],
	['group', 'leave', ['group']],
	['group', 'updatePermissions', ['group', 'permission']],
	['inviteLink', 'send', ['group', 'to', 'template']],
	['participant', 'add', ['group', 'participants']],
	['participant', 'remove', ['group', 'participants']],
	['participant', 'promote', ['group', 'participants']],
	['participant', 'demote', ['group', 'participants']],
	['participant', 'getMany', ['group', 'returnAll', 'limit']],
	['joinRequest', 'getMany', ['group', 'returnAll', 'limit']],
	['joinRequest', 'approve', ['group', 'joinRequestIds']],
	['joinRequest', 'reject', ['group', 'joinRequestIds']],
	['message', 'pin', ['group', 'messageId', 'expirationDays']],
	['message', 'unpin', ['group', 'messageId']],
	['group', 'create', ['subject', 'participants', 'options']],
	['group', 'getMany', ['returnAll', 'limit', 'filters']],
	['inviteLink', 'get', ['group']],
	['inviteLink', 'reset', ['group']],
])('fields of %s: %s', (resource, operation, fields) => {
	const ofIt = properties.filter(
		({ name, type, displayOptions: { show = {} } = {} }) =>
			name !== 'operation' &&
			type !== 'notice' &&
			show.resource?.includes(resource) &&
			show.operation?.includes(operation),
	);

	expect(namesOf(ofIt)).toEqual([...fields, 'simplify']);
	expect(ofIt.find(({ name }) => name === 'simplify')?.default).toBe(true);
});

it('the trigger and its choices', () => {
	const valuesOf = (field: string) => {
		const found = triggerProperties.find(({ name }) => name === field) as INodeProperties;
		return (found.options as INodePropertyOptions[]).map(({ value }) => value).sort();
	};

	const optionsOf = (field: string) =>
		Object.fromEntries(
			(triggerProperties.find(({ name }) => name === field)?.options as INodeProperties[]).map(
				({ name, default: value }) => [name, value],
			),
		);

	expect(triggerProperties.map(({ name }) => name)).toEqual(
		expect.arrayContaining([
			...['provider', 'events', 'groups', 'filters', 'registration', 'onOccupied', 'options'],
		]),
	);
	expect(Object.keys(optionsOf('filters')).sort()).toEqual([
		...['addressed', 'commands', 'emojis', 'ignoreOwn', 'keywords', 'messageTypes', 'senders'],
	]);
	expect(optionsOf('filters').ignoreOwn).toBe(true);
	expect(Object.keys(optionsOf('options')).sort()).toEqual([
		...['addGroupName', 'binaryPropertyName', 'dedupe', 'downloadMedia', 'includeRaw'],
		'requireSignature',
	]);
	expect(optionsOf('options').dedupe).toBe(true);
	expect(valuesOf('registration')).toEqual(['automatic', 'manual']);
	expect(valuesOf('onOccupied')).toEqual(['addBeside', 'fail', 'replace']);
});

it('the menu of events begins with what most workflows begin with', () => {
	expect(eventMenu[0]!.value).toBe('message.received');
});

it('the events', () => {
	expect(eventMenu.map(({ value }) => value).sort()).toEqual(
		[
			'message.received',
			'message.sent',
			'message.status',
			'message.deleted',
			'message.edited',
			'message.reaction',
			'group.created',
			'group.deleteFailed',
			'group.createFailed',
			'group.deleted',
			'group.updated',
			'group.suspended',
			'group.unsuspended',
			'group.updateFailed',
			'participant.joined',
			'participant.left',
			'participant.removeFailed',
			'participant.removed',
			'joinRequest.created',
			'joinRequest.revoked',
			'invite.received',
			'other',
		].sort(),
	);
});
