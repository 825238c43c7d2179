/** What each operation is tried with, what it must give back, and what must be true afterwards. */
import type { INodeParameters } from 'n8n-workflow';

import type { Group, Message } from '../../../sandbox/world/model';
import type { Call } from '../../../sandbox/server/provider';
import type { ProviderName } from '../../../sandbox/providers';

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
	/** The simplified output, or several where the operation lists, without `provider`. */
	output(scene: Scene, now: Group[]): object | object[];
	/** What must stand before, made as people would make it. */
	arrange?(scene: Scene): Promise<void>;
	/** The state that proves it, beside what the output tells. */
	effect(scene: Scene, now: Group[]): void | Promise<void>;
	/** Where in the provider's answer the items' own parts are. */
	raw?(call: Call, scene: Scene): unknown;
}

export const wamid = expect.stringMatching(/^wamid\..+/);
export const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const found = ({ group }: Scene, now: Group[]) =>
	now.find(({ id }) => id === group.id) as Group;
export const created = ({ group }: Scene, now: Group[]) =>
	now.find(({ id }) => id !== group.id) as Group;
/** The number of the sandbox's business, a member of its groups. */
export const business = '15550001111';
export const membersOf = (scene: Scene, now: Group[]) =>
	found(scene, now).participants.map(({ id }) => id);
export const ofMessage = ({ group, message }: Scene) => ({
	group: groupField(group),
	messageId: message.id,
});

export const unknownGroup = {
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
