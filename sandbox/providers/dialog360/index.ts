import { randomBytes } from 'node:crypto';
import { Deliveries } from '../../deliveries';
import type { Provider } from '../../provider';
import { World } from '../../world';
import { MAX_PARTICIPANTS, newMessageId } from '../cloudApi/groups';
import { changeFor, envelope } from '../cloudApi/webhooks';
import { operations } from './api';
import { errors } from './errors';
import { account, defaultSettings, type Number360, sender } from './state';

/** 360dialog P9: repeats with exponential back-off for up to 7 days; here a handful must do. */
const MAX_ATTEMPTS = 6;

export function createDialog360(): Provider {
	const settings = { ...defaultSettings };
	const deliveries = new Deliveries({
		accepts: (status) => status === 200, // 360dialog P9: exactly 200
		maxAttempts: () => MAX_ATTEMPTS,
		backOffMs: () => settings.redeliveryBaseMs,
	});
	const world = new World(
		{
			business: { id: sender.phoneNumber, name: 'Sandbox Business' },
			maxParticipants: MAX_PARTICIPANTS,
			newGroupId,
			newMessageId,
		},
		(event) => {
			const change = changeFor(event);
			if (number.webhook && change) deliveries.send(number.webhook, envelope(sender, change));
		},
	);
	const number: Number360 = { world, settings };
	return {
		basePath: '/dialog360',
		contract: 'dialog360.openapi.yaml',
		account,
		world,
		deliveries,
		calls: [],
		settings,
		operations: operations(number),
		authentication: { apiKey: ({ headers }) => headers['d360-api-key'] === account.apiKey },
		errors,
		webhooks: () => (number.webhook ? [number.webhook] : []),
	};
}

/**
 * Opaque and base64-like, as Meta's sample; these always hold `+`, `/` and `=`, so that a client
 * has to encode them in paths.
 */
function newGroupId(): string {
	const plusAndSlash = Buffer.from([0xfb, 0xef, 0xbf]);
	return Buffer.concat([Buffer.from('capi_group:1'), plusAndSlash, randomBytes(16)]).toString(
		'base64',
	);
}
