import { ok, type Operation, type VendorRequest } from '../../server/provider';
import { handshake } from './dashboard';
import { graphRefusal, unknownObject } from './errors';
import { account, APP_ID, type MetaNumber } from './state';

const MAX_URL_LENGTH = 200;

const OBJECT = 'whatsapp_business_account';

export interface Override {
	webhook_configuration: { override_callback_uri: string; verify_token?: string };
}

interface Subscription {
	object: string;
	callback_url: string;
	verify_token: string;
	fields: string;
}

/** Webhooks by API: the number's override, the app on the account, the app's fields. */
export function overrideOperations(number: MetaNumber): Record<string, Operation> {
	const { settings } = number;

	const mustBeApp = ({ params, headers }: VendorRequest<never>) => {
		if (params.app_id !== APP_ID) throw unknownObject(String(params.app_id));
		if (headers.authorization !== `Bearer ${APP_ID}|${settings.appSecret}`) {
			throw graphRefusal(400, '(#15) This method must be called with an app access_token.', 15);
		}
	};

	return {
		subscribeApp: ({ params }) => {
			const id = String(params.business_account_id);
			if (id !== account.businessAccountId) throw unknownObject(id);
			settings.appOnAccount = true;
			return ok({ success: true });
		},

		getSubscriptions: (request) => {
			mustBeApp(request);
			const { webhookUrl, webhookFields } = settings;
			const fields = webhookFields
				.split(',')
				.filter(Boolean)
				.map((name) => ({ name, version: 'v25.0' }));
			const subscription = { object: OBJECT, callback_url: webhookUrl, active: true, fields };
			return ok({ data: webhookUrl ? [subscription] : [] });
		},

		setSubscriptions: async (request: VendorRequest<Subscription>) => {
			mustBeApp(request as VendorRequest<never>);
			const { callback_url: url, verify_token: token, fields } = request.body;
			await mustAnswer(url, token);
			Object.assign(settings, { webhookUrl: url, verifyToken: token, webhookFields: fields });
			return ok({ success: true });
		},

		deleteSubscriptions: (request) => {
			mustBeApp(request);
			Object.assign(settings, { webhookUrl: '', webhookFields: '' });
			return ok({ success: true });
		},
	};
}

/** Only the levels that are set. */
export const configurationOf = ({ override, settings }: MetaNumber) => ({
	...(override && { phone_number: override }),
	...(settings.webhookUrl && { application: settings.webhookUrl }),
});

/** Sets or clears the number's override. Meta verifies the address before it responds. */
export async function setOverride(number: MetaNumber, { body }: VendorRequest<Override>) {
	const { override_callback_uri: url, verify_token: token = '' } = body.webhook_configuration;
	if (url === '') {
		number.override = undefined;
		return ok({ success: true });
	}
	if (!number.settings.appOnAccount) {
		throw graphRefusal(
			400,
			'(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
			100,
		);
	}
	if (url.length > MAX_URL_LENGTH) {
		throw graphRefusal(400, '(#100) The callback URL is longer than 200 characters', 100);
	}
	await mustAnswer(url, token);
	number.override = url;
	return ok({ success: true });
}

async function mustAnswer(url: string, token: string): Promise<void> {
	const fault = URL.canParse(url) ? await handshake(url, token) : 'it is not a URL';
	if (fault) {
		throw graphRefusal(
			400,
			`(#2200) Callback verification failed with the following errors: ${fault}`,
			2200,
		);
	}
}
