import { createWorld } from '../../world/World';
import { Deliveries } from '../../server/deliveries';
import { ok, type Provider } from '../../server/provider';
import { MAX_PARTICIPANTS, newGroupId, newMessageId } from '../cloudApi/groups';
import { cloudInbound, type Differences } from '../cloudApi/state';
import { changeFor, envelope } from '../cloudApi/webhooks';
import { operations } from './api';
import { signature, verifyWebhook } from './dashboard';
import { errors } from './errors';
import { account, APP_ID, defaultSettings, type MetaNumber, otherSender, sender } from './state';

/** meta-groups.md#section-5: retries with backoff for up to 7 days. Here, a few attempts are enough. */
const MAX_ATTEMPTS = 6;

/** In place of lookaside.fbsbx.com. */
const MEDIA_HOST = '/lookaside';

export function createMetaCloud(): Provider {
	const settings = { ...defaultSettings };
	const webhooks = () => {
		const url = number.override ?? settings.webhookUrl;
		return url ? [{ url }] : [];
	};
	const deliveries = new Deliveries(
		{
			accepts: (status) => status === 200, // as 360dialog.md#p9; Meta's own rule isn't in meta-groups.md
			maxAttempts: () => MAX_ATTEMPTS,
			backOffMs: () => settings.redeliveryBaseMs,
			sign: (body) => signature(body, settings.appSecret),
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
			const about = settings.reportAsOtherNumber ? otherSender : sender;
			if (!change || !settings.webhookFields.split(',').includes(change.field)) return;
			for (const webhook of webhooks()) deliveries.send(webhook, event, envelope(about, change));
		},
	);
	const number: MetaNumber = { world, settings, differences };
	return {
		label: 'Meta Cloud API',
		groups: 'official',
		basePath: '/metaCloud/v25.0',
		mediaHost: MEDIA_HOST,
		contract: 'metaCloud.openapi.yaml',
		account,
		world,
		deliveries,
		calls: [],
		tryOut: [],
		inbound: cloudInbound,
		settings,
		operations: operations(number),
		authentication: {
			bearer: ({ headers }) =>
				[account.accessToken, `${APP_ID}|${settings.appSecret}`].some(
					(token) => headers.authorization === `Bearer ${token}`,
				),
		},
		errors,
		beforeSetting: async (change) => {
			if (change.webhookUrl !== undefined) await verifyWebhook({ ...settings, ...change });
		},
		webhooks,
	};
}

/** meta-groups.md#section-2; meta-groups.md#k1: the picture's field as in Meta's curl. */
const differences: Differences = {
	listPath: `/${account.phoneNumberId}/groups`,
	groupPath: (encodedId) => `/${encodedId}`,
	created: (_group, request_id) => ok({ messaging_product: 'whatsapp', request_id }),
	pictureField: 'file',
	// Meta's links are used unchanged, with the token, and have a host of their own (360dialog.md#p4).
	mediaUrl: (baseUrl, path) => `${new URL(baseUrl).origin}${MEDIA_HOST}${path}`,
};
