/**
 * The webhook fields of the Meta app. Meta doesn't send a field that the app isn't subscribed to.
 * Source: Meta “Webhooks › Subscriptions” and “Groups › Get started”.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../contract/errors';
import type { Account, ProviderRequest } from '../../contract/http';
import { objectIn, objectsIn, textIn, trimmedIn } from '../../contract/values';
import { WEBHOOK_PATH } from '../../contract/webhooks';
import { segment } from '../shared/values';
import { verifyToken } from './verifyToken';

const OBJECT = 'whatsapp_business_account';

/** Each field, and the events that it contains. */
const FIELDS: Array<[field: string, events: RegExp]> = [
	['messages', /^(message|invite)\./],
	['group_lifecycle_update', /^group\.(created|createFailed|deleted|deleteFailed)$/],
	['group_participants_update', /^(participant|joinRequest)\./],
	['group_settings_update', /^group\.(updated|updateFailed)$/],
	['group_status_update', /^group\.(suspended|unsuspended)$/],
];

/** If the credential has an App ID: fails if the app isn't subscribed to a field that `events` need. */
export async function checkFields(request: ProviderRequest, events: string[]): Promise<void> {
	const app = appOf(request.account);
	const subscription = app && (await subscriptionOf(request, app));
	if (!textIn(subscription?.callback_url)) return; // `moveCallback` subscribes it to all fields
	const present = fieldsOf(subscription);
	const missing = FIELDS.filter(
		([field, brings]) => !present.includes(field) && events.some((event) => brings.test(event)),
	).map(([field]) => field);
	if (missing.length === 0) return;
	throw new FieldError(
		'App ID',
		`Your Meta app isn't subscribed to ${missing.join(', ')}. Subscribe it in the App Dashboard.`,
		'In the App Dashboard, open WhatsApp › Configuration, and under “Webhook fields” turn on “Subscribe” for each of them. Meta doesn’t send a field that the app isn’t subscribed to.',
	);
}

/**
 * If the credential has an App ID, gives the app the number's new address, if it has none, or if it has
 * the number's former address and that is a trigger's. Anybody else's stays: other numbers may need it.
 *
 * @param before address of the number until now
 * @param url its address from now on; `null`: none
 */
export async function moveCallback(
	request: ProviderRequest,
	before: string | null,
	url: string | null,
): Promise<void> {
	const app = appOf(request.account);
	if (app === undefined || before === url) return;
	const subscription = await subscriptionOf(request, app);
	const callback = textIn(subscription?.callback_url);
	if (callback !== null && !(callback === before && isTriggers(callback))) return;
	if (url === null) {
		if (callback === null || (await mayBeNeeded(request))) return;
		await request({ method: 'DELETE', ...app, query: { object: OBJECT } });
		return;
	}
	const body = {
		object: OBJECT,
		callback_url: url,
		verify_token: verifyToken(request.account),
		fields: [...new Set([...fieldsOf(subscription), ...FIELDS.map(([field]) => field)])].join(','),
		include_values: true,
	};
	await request({ method: 'POST', ...app, body });
}

/**
 * Returns whether another number of the business account has a webhook of its own: it gets no events of
 * fields that the app isn't subscribed to. Without a Business Account ID, that is unknown.
 */
async function mayBeNeeded(request: ProviderRequest): Promise<boolean> {
	const { businessAccountId, phoneNumberId } = request.account;
	const account = trimmedIn(businessAccountId);
	if (account === null) return true;
	const path = `/${segment(account)}/phone_numbers`;
	const query = { fields: 'id,webhook_configuration' };
	const hasOther = ({ id, webhook_configuration: found }: IDataObject) =>
		textIn(id) !== trimmedIn(phoneNumberId) && textIn(objectIn(found).phone_number) !== null;
	return await request({ method: 'GET', path, query }).then(
		({ data }) => objectsIn(data).some(hasOther),
		(error) => {
			if (isRefused(error)) return true;
			throw error;
		},
	);
}

/** Where the app's subscriptions are, and the token that may change them. */
interface App {
	path: string;
	token: string;
}

/** `undefined` if the credential has no App ID. */
function appOf({ appId, appSecret }: Account): App | undefined {
	const id = textIn(appId)?.trim();
	if (!id) return undefined;
	return { path: `/${segment(id)}/subscriptions`, token: `${id}|${String(appSecret).trim()}` };
}

async function subscriptionOf(
	request: ProviderRequest,
	app: App,
): Promise<IDataObject | undefined> {
	const { data } = await request({ method: 'GET', ...app }).catch((error) => {
		throw isRefused(error) ? unusableApp(error) : error;
	});
	return objectsIn(data).find(({ object }) => object === OBJECT);
}

const fieldsOf = (subscription: IDataObject | undefined) =>
	objectsIn(subscription?.fields).flatMap(({ name }) => textIn(name) ?? []);

const isTriggers = (url: string) => url.endsWith(`/${WEBHOOK_PATH}`);

const isRefused = (error: unknown): error is ProviderError =>
	error instanceof ProviderError && error.outcome === 'refused';

/** Meta's own words are about the access token, which isn't used here. */
function unusableApp({ description }: ProviderError): FieldError {
	return new FieldError(
		'App ID',
		'Meta does not accept the App ID with this App Secret. Copy both from the same Meta app.',
		`They are in the App Dashboard, under App settings › Basic. Without an App ID, the node doesn't check the webhook fields.\n${description}`,
	);
}
