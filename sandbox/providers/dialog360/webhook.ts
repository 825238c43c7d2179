import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import { plainError } from './errors';
import type { Number360 } from './state';

interface WebhookBody {
	url: string;
	headers?: Record<string, string>;
}

/** The number's one webhook (360dialog.md#p3). */
export function webhookOperations(number: Number360): Record<string, Operation> {
	return {
		getWebhook: () =>
			number.webhook ? ok(number.webhook) : plainError(404, 'No webhook is configured'),

		setWebhook: ({ body }: VendorRequest<WebhookBody>) => {
			const { url, headers = {} } = body;
			const fault = faultIn(url, headers, number.settings.strictWebhookUrls);
			if (fault) throw new Refusal(plainError(400, fault));
			number.webhook = { url, headers };
			return ok(number.webhook);
		},
	};
}

/** 360dialog.md#p7: no underscore and no port in the host; 360dialog.md#section-5.3: HTTPS. */
export function faultIn(url: string, headers: object, strict: boolean): string | undefined {
	if (!URL.canParse(url)) return 'url: not a valid URL';
	if (!strict) return undefined;
	const { protocol, hostname, port } = new URL(url);
	if (protocol !== 'https:') return 'url: must begin with https';
	if (port) return 'url: a port is not allowed';
	if (hostname.includes('_')) return 'url: an underscore in the host is not allowed';
	if (Object.keys(headers).some((name) => name.includes('_'))) {
		return 'headers: an underscore in a name is not allowed';
	}
	return undefined;
}
