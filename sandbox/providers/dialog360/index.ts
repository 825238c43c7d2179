import { createWorld } from '../../world/World';
import { Deliveries } from '../../server/deliveries';
import { ok, type Provider } from '../../server/provider';
import { MAX_PARTICIPANTS, newGroupId, newMessageId } from '../cloudApi/groups';
import { cloudInbound, type Differences } from '../cloudApi/state';
import { changeFor, envelope } from '../cloudApi/webhooks';
import { operations } from './api';
import { errors } from './errors';
import { extraDestinations } from './extraWebhooks';
import { account, defaultSettings, type Number360, sender } from './state';

/** 360dialog.md#p9: retries with exponential backoff for up to 7 days. Here, a few attempts are enough. */
const MAX_ATTEMPTS = 6;

export function createDialog360(): Provider {
	const settings = { ...defaultSettings };
	const deliveries = new Deliveries(
		{
			accepts: (status) => status === 200, // 360dialog.md#p9: exactly 200
			maxAttempts: () => MAX_ATTEMPTS,
			backOffMs: () => settings.redeliveryBaseMs,
			timeoutMs: 5000, // 360dialog.md#p9: a hard limit
		},
		settings,
	);
	const world = createWorld(
		{
			business: { id: sender.phoneNumber, name: 'Sandbox Business' },
			maxParticipants: MAX_PARTICIPANTS,
			newGroupId,
			newMessageId,
		},
		(event) => {
			const change = changeFor(event);
			if (!number.webhook || !change) return;
			const body = envelope(sender, change);
			deliveries.send(number.webhook, event, body, () => {
				for (const extra of extraDestinations(number)) deliveries.send(extra, event, body);
			});
		},
	);
	const number: Number360 = {
		world,
		settings,
		differences: differences(settings),
		extras: { enabled: false, destinations: [] },
	};
	return {
		label: '360dialog',
		groups: 'official',
		basePath: '/dialog360',
		mediaHost: '', // a replaced host leads to the root of this one
		contract: 'dialog360.openapi.yaml',
		account,
		world,
		deliveries,
		calls: [],
		tryOut: [],
		inbound: cloudInbound,
		settings,
		operations: operations(number),
		authentication: { apiKey: ({ headers }) => headers['d360-api-key'] === account.apiKey },
		errors,
		webhooks: () => (number.webhook ? [number.webhook, ...extraDestinations(number)] : []),
	};
}

/** 360dialog.md#section-2: its own paths; 360dialog.md#q4: its own name of the picture's field. */
function differences(settings: typeof defaultSettings): Differences {
	return {
		listPath: '/groups',
		groupPath: (encodedId) => `/groups/${encodedId}`,
		created: ({ id }, requestId) =>
			ok(
				settings.asynchronousCreate
					? { messaging_product: 'whatsapp', request_id: requestId }
					: { id },
			),
		pictureField: 'profile_picture_file',
		// 360dialog.md#p4: a client replaces this host, as only Meta itself may fetch there.
		mediaUrl: (_baseUrl, path) => `https://lookaside.fbsbx.com${path}`,
	};
}
