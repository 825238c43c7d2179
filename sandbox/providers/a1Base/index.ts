import { createHmac, randomBytes } from 'node:crypto';
import { Impossible } from '../../world/Impossible';
import { createWorld } from '../../world/World';
import { Deliveries } from '../../server/deliveries';
import type { Provider } from '../../server/provider';
import { operations } from './api';
import { errors } from './errors';
import { account, defaultSettings } from './state';
import { webhookForm } from './webhooks';

export function createA1Base(): Provider {
	const settings = { ...defaultSettings };
	const deliveries = new Deliveries(
		{
			accepts: (status) => status === 200, // a1base.md#section-5
			maxAttempts: () => 1, // the retry policy is not documented
			backOffMs: () => 0,
			sign: (body) => (settings.signDeliveries ? signature(body) : {}),
		},
		settings,
	);
	const world = createWorld(
		{
			business: { id: account.agentNumber.slice(1), name: 'Sandbox Agent' },
			maxParticipants: Infinity, // none is published (a1base.md#section-2)
			newGroupId: () => `chat_${randomBytes(8).toString('hex')}`,
			newMessageId: () => `msg_${randomBytes(8).toString('hex')}`,
		},
		(event) => {
			const body = webhookForm(world, event, account);
			if (settings.webhookUrl && body) deliveries.send({ url: settings.webhookUrl }, event, body);
		},
	);
	return {
		label: 'A1Base',
		groups: 'ordinary',
		webhookByHand: true,
		basePath: '/a1Base/v1',
		contract: 'a1Base.openapi.yaml',
		account,
		world,
		deliveries,
		calls: [],
		tryOut: [],
		inbound: ['text', 'image', 'video', 'audio', 'document', 'reaction', 'location', 'unsupported'],
		settings,
		operations: operations({ ...account, world, settings }),
		authentication: {
			apiKey: ({ headers }) => headers['x-api-key'] === account.apiKey,
			apiSecret: ({ headers }) => headers['x-api-secret'] === account.apiSecret,
		},
		errors,
		beforeSetting: async ({ joinAction = settings.joinAction }) => {
			if (joinAction !== 'join' && joinAction !== 'join_group') {
				throw new Impossible('joinAction is join or join_group');
			}
		},
		webhooks: () => (settings.webhookUrl ? [{ url: settings.webhookUrl }] : []),
	};
}

/** HMAC-SHA256 over timestamp and raw body without a separator, in lower-case hex (a1base.md#s4). */
function signature(body: string): Record<string, string> {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const digest = createHmac('sha256', account.apiSecret).update(timestamp + body);
	return { 'x-timestamp': timestamp, 'x-signature': digest.digest('hex') };
}
