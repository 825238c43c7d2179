/** For each operation: its parameters, its expected output, and its expected effect. */
import type { INodeParameters } from 'n8n-workflow';

import type { Group, Message } from '../../../sandbox/world/model';
import type { Call } from '../../../sandbox/server/provider';
import type { ProviderName } from '../../../sandbox/providers';

import { groupField, type Control } from './sandbox';

/** A group with one participant, who has written one message. */
export interface Setup {
	provider: ProviderName;
	control: Control;
	group: Group;
	message: Message;
	/** The message before it. */
	older: Message;
}

export async function setUp(provider: ProviderName, control: Control): Promise<Setup> {
	const group = await control.seed(1);
	const { data: older } = await control.write(group, 'First');
	const { data: message } = await control.write(group, 'Second');
	return { provider, control, group, message, older };
}

export interface Expectation {
	parameters(setup: Setup): INodeParameters;
	/** Parameters of a call before the one under test. */
	before?(setup: Setup): INodeParameters;
	/** The simplified output, or several if the operation lists, without `provider`. */
	output(setup: Setup, now: Group[]): object | object[];
	/** Prepares the state through the sandbox's control routes, as people would. */
	arrange?(setup: Setup): Promise<void>;
	/** Checks the effect in the sandbox's state. */
	effect(setup: Setup, now: Group[]): void | Promise<void>;
	/** Finds the items' own parts in the provider's response. */
	raw?(call: Call, setup: Setup): unknown;
}

export const wamid = expect.stringMatching(/^wamid\..+/);
export const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const found = ({ group }: Setup, now: Group[]) =>
	now.find(({ id }) => id === group.id) as Group;
export const created = ({ group }: Setup, now: Group[]) =>
	now.find(({ id }) => id !== group.id) as Group;
/** The number of the sandbox's business, a member of its groups. */
export const business = '15550001111';
export const membersOf = (setup: Setup, now: Group[]) =>
	found(setup, now).participants.map(({ id }) => id);
export const ofMessage = ({ group, message }: Setup) => ({
	group: groupField(group),
	messageId: message.id,
});
