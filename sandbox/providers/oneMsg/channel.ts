import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import type { Channel, Flags } from './state';

type Urls = string | string[];

/** The channel itself: its state, webhooks and flags (1MSG sections 1 and 4). */
export function channelOperations(channel: Channel): Record<string, Operation> {
	const state = () => ({ ...channel.flags, webhookUrl: asAnswered(channel.webhookUrls) });

	const replaceUrls = (webhookUrl: Urls) => {
		const urls = [webhookUrl].flat().filter((url) => url !== '');
		const broken = urls.find((url) => !URL.canParse(url));
		if (broken) {
			throw new Refusal({ status: 400, body: { error: `webhookUrl: ${broken} is not a URL` } });
		}
		channel.webhookUrls = [...new Set(urls)];
	};

	return {
		getStatus: () => ok({ status: 'connected', accountStatus: 'authenticated' }),

		getWebhook: () => ok({ webhookUrl: asAnswered(channel.webhookUrls) }),

		setWebhook: ({ body }: VendorRequest<{ webhookUrl: Urls }>) => {
			replaceUrls(body.webhookUrl);
			return ok({ set: true, message: 'Webhook has been set' });
		},

		getSettings: () => ok(state()),

		setSettings: ({ body }: VendorRequest<Partial<Flags> & { webhookUrl?: Urls }>) => {
			const { ackNotificationsOn, guaranteedHooks, rawHooks } = { ...channel.flags, ...body };
			if (body.webhookUrl !== undefined) replaceUrls(body.webhookUrl);
			Object.assign(channel.flags, { ackNotificationsOn, guaranteedHooks, rawHooks });
			return ok(state());
		},
	};
}

/** The documents have both forms (1msg.md#c9): one URL as text, several as a list. */
const asAnswered = (urls: string[]): Urls => (urls.length > 1 ? urls : (urls[0] ?? ''));
