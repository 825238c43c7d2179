import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { hasVariant } from '../nodes/WhatsAppGroups/providers/shared/values';
import { channelOf } from '../nodes/WhatsAppGroups/providers/oneMsg/channel';

export class OneMsgGroupsApi implements ICredentialType {
	name = 'oneMsgGroupsApi';

	displayName = '1MSG Groups API';

	icon: Icon = { light: 'file:../icons/one-msg.svg', dark: 'file:../icons/one-msg.dark.svg' };

	documentationUrl =
		'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups/blob/main/docs/providers/oneMsg.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The API token of the channel, from platform.1msg.io',
		},
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 123456',
			hint: 'Leave empty, unless your key is an old one that does not contain it',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty, unless you set the webhook by hand',
			description: 'Any long random string, which you also append to the webhook URL as ?secret=…',
		},
		{
			displayName: 'Variants',
			name: 'variants',
			type: 'multiOptions',
			options: [
				{
					name: 'Send the API Key in the URL',
					value: 'keyInQuery',
					description:
						'Send the key as ?token= instead of in the Authorization header. It may then appear in the logs of proxies.',
				},
			],
			default: [],
			hint: 'Leave empty, unless 1MSG rejects a key that you have just copied',
			description: '1MSG documents two ways to send the API key',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.1msg.io',
			required: true,
			description: 'Change this only to use a sandbox',
		},
	];

	/**
	 * Sends the key in a header, as 1MSG's newest clients do: in the query it would end up in logs.
	 * Every path begins with the channel, which may have to be read from the key.
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const key = String(credentials.apiKey).trim();
		return {
			...options,
			...(hasVariant(credentials, 'keyInQuery')
				? { qs: { ...options.qs, token: key } }
				: { headers: { ...options.headers, Authorization: `Bearer ${key}` } }),
			...(options.baseURL ? { baseURL: withChannel(options.baseURL, channelOf(credentials)) } : {}),
		};
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/status' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'1MSG does not accept this API key. Paste it again from your 1MSG account, and check “Channel ID”.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The key is valid, but 1MSG has blocked the channel. Check the subscription in your 1MSG account.',
				},
			},
		],
	};
}

/** n8n authenticates a rejected request a second time. Then the URL already has the channel. */
function withChannel(baseUrl: string, channel: string): string {
	const base = baseUrl.replace(/\/+$/, '');
	return base.endsWith(`/${channel}`) ? base : `${base}/${channel}`;
}
