/**
 * The webhook fields of the Meta app. Meta doesn't send a field that the app isn't subscribed to.
 * Source: Meta “Webhooks › Subscriptions” and “Groups › Get started”.
 */
import { FieldError } from '../../contract/errors';
import type { Account, ProviderRequest } from '../../contract/http';
import { objectsIn, textIn } from '../../contract/values';
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
	const present = objectsIn(subscription?.fields).map(({ name }) => name);
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
 * If the credential has an App ID, gives the app the number's new address, if it has none or the
 * number's former address, which the node set.
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
	const callback = textIn((await subscriptionOf(request, app))?.callback_url) || null;
	if (callback !== null && callback !== before) return;
	if (url === null) {
		if (callback === null) return;
		await request({ method: 'DELETE', ...app, query: { object: OBJECT } });
		return;
	}
	const body = {
		object: OBJECT,
		callback_url: url,
		verify_token: verifyToken(request.account),
		fields: FIELDS.map(([field]) => field).join(','),
		include_values: true,
	};
	await request({ method: 'POST', ...app, body });
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

async function subscriptionOf(request: ProviderRequest, app: App) {
	const { data } = await request({ method: 'GET', ...app });
	return objectsIn(data).find(({ object }) => object === OBJECT);
}
