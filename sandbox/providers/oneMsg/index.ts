import { randomInt } from 'node:crypto';
import { createWorld } from '../../world/World';
import { Deliveries } from '../../server/deliveries';
import type { Provider } from '../../server/provider';
import { MAX_PARTICIPANTS, newMessageId } from '../cloudApi/groups';
import { operations } from './api';
import { errors } from './errors';
import { account, type Channel, defaultSettings, type Flags, INSTANCE_ID } from './state';
import { webhookForms } from './webhooks';

/** 1MSG doesn't publish how often `guaranteedHooks` retries. Here, a few attempts are enough. */
const GUARANTEED_ATTEMPTS = 6;

export function createOneMsg(): Provider {
	const settings = { ...defaultSettings };
	const flags: Flags = { ackNotificationsOn: false, guaranteedHooks: false, rawHooks: false };
	const deliveries = new Deliveries(
		{
			accepts: (status) => status >= 200 && status < 300, // 1msg.md#section-5.5
			maxAttempts: () => (flags.guaranteedHooks ? GUARANTEED_ATTEMPTS : 1),
			backOffMs: () => settings.redeliveryBaseMs,
		},
		settings,
	);
	const world = createWorld(
		{
			business: { id: '15550001111', name: 'Sandbox Business' },
			maxParticipants: MAX_PARTICIPANTS,
			newGroupId: () => `120363${randomInt(1e12).toString().padStart(12, '0')}`,
			newMessageId,
		},
		(event) => {
			for (const body of webhookForms(channel, event)) {
				for (const url of channel.webhookUrls) deliveries.send({ url }, event, body);
			}
		},
	);
	const channel: Channel = {
		instanceId: INSTANCE_ID,
		world,
		settings,
		flags,
		webhookUrls: [],
		history: [],
	};
	return {
		label: '1MSG',
		groups: 'official',
		basePath: '/oneMsg',
		contract: 'oneMsg.openapi.yaml',
		account,
		world,
		deliveries,
		calls: [],
		tryOut: [],
		inbound: [
			'text',
			'image',
			'video',
			'audio',
			'voice',
			'document',
			'sticker',
			'location',
			'reaction',
			'button',
		],
		settings,
		operations: operations(channel),
		authentication: {
			// A stale token in the query wins over the header (1msg.md#s6). That a key is good for its own
			// channel only is inferred.
			token: ({ query, params }) => query.token === account.apiKey && isOwn(params),
			bearer: ({ query, params, headers }) =>
				query.token === undefined &&
				headers.authorization === `Bearer ${account.apiKey}` &&
				isOwn(params),
		},
		errors,
		webhooks: () => channel.webhookUrls.map((url) => ({ url })),
	};
}

const isOwn = ({ instanceId }: Record<string, string>) => instanceId === INSTANCE_ID;
