/** Triggers whose secret is in the credential, and genuine deliveries to them. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { providerNamed } from '../../../nodes/WhatsAppGroups/providers';
import type { ProviderName } from '../../../nodes/WhatsAppGroups/contract/ProviderName';
import { endpointFor } from '../../../nodes/WhatsAppGroups/trigger/proof';
import { TestTrigger, type IncomingCall } from '../../support/trigger';
import { everyEvent } from './liveTrigger';
import { metaSignature } from './metaSignature';

const SECRET = 'the-secret-of-this-trigger';

const credentials = {
	dialog360: { dialog360GroupsApi: { apiKey: 'key', webhookSecret: SECRET } },
	oneMsg: { oneMsgGroupsApi: { apiKey: 'key', channelId: '1', webhookSecret: SECRET } },
	a1Base: { a1BaseGroupsApi: { apiKey: 'key', apiSecret: 'api-secret', webhookSecret: SECRET } },
	metaCloud: {
		metaCloudGroupsApi: { accessToken: 'token', phoneNumberId: '1000', appSecret: SECRET },
	},
};

export function triggerWithSecret(
	provider: ProviderName,
	webhookId: string,
	parameters: INodeParameters = {},
	more: IDataObject = {},
): TestTrigger {
	const known = Object.entries(credentials[provider]).map(([type, account]) => {
		return [type, { ...account, ...more }];
	});
	return new TestTrigger(
		{ provider, events: everyEvent, ...parameters },
		Object.fromEntries(known),
		{ webhookId },
	);
}

/** The delivery with the secret, or with the signature where the provider signs. */
export function signedCall(
	provider: ProviderName,
	raw: string,
	rawBody = Buffer.from(raw),
): IncomingCall {
	const body: unknown = JSON.parse(raw);
	if (provider === 'metaCloud') {
		return { body, rawBody, headers: metaSignature(rawBody, SECRET) };
	}
	const seam = providerNamed(provider);
	if (seam === undefined) throw new Error(provider);
	const { url, headers = {} } = endpointFor(seam, 'https://n8n.example/hook', SECRET);
	const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		body,
		rawBody,
		headers: Object.fromEntries(lowerCase),
		query: Object.fromEntries(new URL(url).searchParams),
	};
}
