/** What each operation is tried with, what it must give back, and what must be true afterwards. */
import type { INodeParameters } from 'n8n-workflow';

import type { OperationKey } from '../../../nodes/WhatsAppGroups/providers/Provider';
import type { Group, Message } from '../../../sandbox/model';
import type { Call } from '../../../sandbox/provider';
import type { ProviderName } from '../../../sandbox/providers';
import { person, type Json } from '../../sandbox/support';
import { groupField, type Control } from './house';

/** A group with one participant, who has written one message. */
export interface Scene {
	provider: ProviderName;
	control: Control;
	group: Group;
	message: Message;
	/** The one before it, pinned from the start where the provider has pins. */
	older: Message;
}

export async function setScene(provider: ProviderName, control: Control): Promise<Scene> {
	const group = await control.seed(1);
	const { data: older } = await control.write(group, 'First');
	const { data: message } = await control.write(group, 'Second');
	return { provider, control, group, message, older };
}

export interface Trial {
	parameters(scene: Scene): INodeParameters;
	/** Made before the operation under test is run. */
	before?(scene: Scene): INodeParameters;
	/** The simplified output, without `provider`. */
	output(scene: Scene, now: Group[]): object;
	/** The state that proves it, beside what the output tells. */
	effect(scene: Scene, now: Group[]): void | Promise<void>;
	/** Where in the provider's answer the item's own part is. */
	raw?(call: Call): unknown;
}

const wamid = expect.stringMatching(/^wamid\..+/);
const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const found = ({ group }: Scene, now: Group[]) => now.find(({ id }) => id === group.id) as Group;
const created = ({ group }: Scene, now: Group[]) => now.find(({ id }) => id !== group.id) as Group;
const ofMessage = ({ group, message }: Scene) => ({
	group: groupField(group),
	messageId: message.id,
});

const unknownGroup = {
	groupId: null,
	subject: null,
	description: null,
	inviteLink: null,
	participantCount: null,
	participants: null,
	joinApprovalMode: null,
	suspended: null,
	createdAt: null,
	requestId: null,
};

export const trials: Record<OperationKey, Trial> = {
	'message.send': {
		parameters: ({ group }) => ({ group: groupField(group), text: 'Hello all' }),
		output: ({ provider, group }) => ({
			groupId: group.id,
			...(provider === 'a1Base'
				? { messageId: null, status: 'queued', timestamp: isoTime }
				: { messageId: wamid, status: 'sent', timestamp: null }),
		}),
		effect: (scene, now) => {
			expect(found(scene, now).messages.at(-1)).toMatchObject({
				text: 'Hello all',
				fromBusiness: true,
			});
		},
	},
	'message.pin': {
		parameters: (scene) => ({ ...ofMessage(scene), expirationDays: 4 }),
		before: ({ group, older }) => ({
			group: groupField(group),
			messageId: older.id,
			expirationDays: 1,
		}),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: true }),
		effect: (scene, now) => {
			expect(found(scene, now).pins).toEqual([scene.older.id, scene.message.id]);
		},
	},
	'message.unpin': {
		parameters: ofMessage,
		before: (scene) => ({ ...ofMessage(scene), operation: 'pin', expirationDays: 1 }),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: false }),
		effect: (scene, now) => {
			expect(found(scene, now).pins).toEqual([]);
		},
	},
	'group.create': {
		parameters: () => ({ subject: 'New crew', participants: `+${person(1).id}` }),
		output: (scene, now) => ({
			...unknownGroup,
			groupId: created(scene, now).id,
			subject: 'New crew',
			...(scene.provider === 'oneMsg' ? { inviteLink: created(scene, now).inviteLink } : {}),
			...(scene.provider === 'a1Base' ? { participants: [person(1).id], participantCount: 1 } : {}),
		}),
		effect: (scene, now) => {
			expect(now).toHaveLength(2);
			expect(created(scene, now).subject).toBe('New crew');
		},
	},
	'group.getMany': {
		parameters: () => ({ returnAll: true }),
		output: ({ provider, group }) => ({
			...unknownGroup,
			groupId: group.id,
			subject: group.subject,
			...(provider === 'a1Base'
				? { participants: ['15550001111', person(0).id], participantCount: 2 }
				: {}),
			createdAt: isoTime,
		}),
		effect: ({ group }, now) => {
			expect(now.map(({ id }) => id)).toEqual([group.id]);
		},
		raw: ({ answer }: { answer: Json }) => (answer.data?.groups ?? answer.groups ?? answer.data)[0],
	},
	'inviteLink.get': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ group }) => ({ groupId: group.id, inviteLink: group.inviteLink }),
		effect: async ({ control, group }) => {
			expect((await control.join(group.inviteLink, 1)).status).toBe(200);
		},
	},
	'inviteLink.reset': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: (scene, now) => ({
			groupId: scene.group.id,
			inviteLink: found(scene, now).inviteLink,
		}),
		effect: async (scene, now) => {
			expect(found(scene, now).inviteLink).not.toBe(scene.group.inviteLink);
			expect((await scene.control.join(scene.group.inviteLink, 1)).status).toBe(409);
			expect((await scene.control.join(found(scene, now).inviteLink, 1)).status).toBe(200);
		},
	},
};
