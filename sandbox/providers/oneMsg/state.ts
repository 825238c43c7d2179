import { noFaults } from '../../server/faults';
import { createHmac } from 'node:crypto';
import type { World } from '../../world/World';
import type { NormalizedMessage } from './normalized';

export const INSTANCE_ID = '123456';

export const account = { apiKey: channelKey({ instanceId: INSTANCE_ID }), channelId: INSTANCE_ID };

export const defaultSettings = {
	...noFaults,
	answerNext: null,
	/** Creating a group returns a request ID instead of the group (1msg.md#c5). */
	asynchronousCreate: false,
	/** Delay before a created group is in the list and reported, in milliseconds. */
	createDelayMs: 0,
	/** The channel stores messages, so that they can be listed (1msg.md#section-3). */
	keepHistory: true,
	/** Sends return a job ID and `sent: false` (1msg.md#s6). */
	queueSends: false,
	redeliveryBaseMs: 1000,
	/** Outside a group's 24-hour window, sends fail with "Dialog window is closed" (1msg.md#s5). */
	keepWindow: true,
	/** The window of each group is closed, whoever wrote. */
	windowClosed: false,
};

export type OneMsgSettings = typeof defaultSettings;

/** The vendor's own flags (1msg.md#s3, `/settings`). */
export interface Flags {
	ackNotificationsOn: boolean;
	guaranteedHooks: boolean;
	rawHooks: boolean;
}

export interface Channel {
	instanceId: string;
	world: World;
	settings: OneMsgSettings;
	flags: Flags;
	webhookUrls: string[];
	/** Oldest message first. */
	history: NormalizedMessage[];
}

/** A channel key is a JWT that contains its channel (1msg.md#s5). */
function channelKey(payload: { instanceId: string }): string {
	const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
	const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
	return `${unsigned}.${createHmac('sha256', 'sandbox').update(unsigned).digest('base64url')}`;
}
