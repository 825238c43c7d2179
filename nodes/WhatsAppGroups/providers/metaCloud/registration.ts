/**
 * The phone number's own webhook address, which overrides those of its account and of the app. Meta
 * checks it with a GET before it responds to the write.
 * Source: Meta “Webhook overrides”; “your app must be subscribed” and code 2200 are known from reports.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../contract/errors';
import type { Account, ProviderRequest } from '../../contract/http';
import { objectIn, textIn, trimmedIn } from '../../contract/values';
import type { Registration } from '../../contract/webhooks';
import { segment } from '../shared/values';
import { checkFields, moveCallback } from './appFields';
import { numberPath } from './calls';
import { verifyToken } from './verifyToken';

const MAX_URL_LENGTH = 200;

const NOT_SUBSCRIBED = /app must be subscribed/i;

export const registration: Registration = {
	capacity: 1,
	leastCapacity: 1,
	canClear: true,
	// Meta checks an address with a verify token that only its owner has.
	canRestoreOthers: false,
	keyField: 'appSecret',
	requiredFields: { appSecret: 'App Secret' },
	accountName: ({ phoneNumberId }) => trimmedIn(phoneNumberId) ?? '',

	faultIn({ protocol, href }) {
		if (protocol !== 'https:') return 'it must begin with https';
		return href.length > MAX_URL_LENGTH
			? `it is longer than ${MAX_URL_LENGTH} characters`
			: undefined;
	},

	check: checkFields,

	async read(request) {
		const url = await readOverride(request);
		return { endpoints: url === null ? [] : [{ url }] };
	},

	async write(request, { endpoints }) {
		if (endpoints === undefined) return;
		const url = endpoints[0]?.url ?? null;
		// In this order, a write that stopped half-way is completed by repeating it.
		await moveCallback(request, await readOverride(request), url);
		await setOverride(request, url);
	},
};

async function readOverride(request: ProviderRequest): Promise<string | null> {
	const path = numberPath(request.account);
	const query = { fields: 'webhook_configuration' };
	// Meta always adds the ID. Without it, it's unknown whether there is an override.
	const documented = ({ id }: IDataObject) => textIn(id) !== null;
	const answer = await request({ method: 'GET', path, query, documented });
	const { webhook_configuration: found } = answer;
	return textIn(objectIn(found).phone_number);
}

/** @param url `null` clears it */
async function setOverride(request: ProviderRequest, url: string | null): Promise<void> {
	const path = numberPath(request.account);
	const override =
		url === null
			? { override_callback_uri: '' }
			: { override_callback_uri: url, verify_token: verifyToken(request.account) };
	const body = { webhook_configuration: override };
	await request({ method: 'POST', path, body }).catch(async (error) => {
		if (!isNotSubscribed(error)) throw error;
		// The app isn't on the account yet, so this can't delete an override of the account.
		const subscribedApps = `/${segment(businessAccount(request.account))}/subscribed_apps`;
		await request({ method: 'POST', path: subscribedApps });
		await request({ method: 'POST', path, body });
	});
}

const isNotSubscribed = (error: unknown) =>
	error instanceof ProviderError && NOT_SUBSCRIBED.test(error.description);

function businessAccount({ businessAccountId }: Account): string {
	const id = textIn(businessAccountId)?.trim();
	if (id) return id;
	throw new FieldError(
		'Business Account ID',
		'Open the credential and fill in “Business Account ID”.',
		'Your Meta app isn’t subscribed to the WhatsApp Business Account yet. With its ID, the node subscribes it.',
	);
}
