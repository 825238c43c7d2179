import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withHeaders } from '../nodes/WhatsAppGroups/providers/shared/withHeaders';

export class A1BaseGroupsApi implements ICredentialType {
	name = 'a1BaseGroupsApi';

	displayName = 'A1Base Groups API';

	icon: Icon = { light: 'file:../icons/a1base.svg', dark: 'file:../icons/a1base.dark.svg' };

	documentationUrl =
		'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups/blob/main/docs/providers/a1Base.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the A1Base dashboard, with the secret that belongs to it',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'From the A1Base dashboard. The node authenticates with it, and verifies signed webhooks.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			required: true,
			description: 'The ID of your account, from the A1Base dashboard',
		},
		{
			displayName: 'Agent Number',
			name: 'agentNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +14155552671',
			description: 'The WhatsApp number of your agent, with + and country code',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Needed only for the trigger',
			description:
				'Any long random string of letters and digits, which you also append to the webhook URL as ?secret=…',
		},
		{
			displayName: 'Variants',
			name: 'variants',
			type: 'multiOptions',
			options: [
				{
					name: 'Ignore Webhook Signatures',
					value: 'ignoreSignature',
					description:
						'Deliveries are verified by the Webhook Secret only. A1Base doesn’t document how it signs them.',
				},
				{
					name: 'Send Captions Apart From the Text',
					value: 'universalMediaSend',
					description:
						'Use A1Base’s newer endpoint for files, which has fields for the caption and the type of file. By default, the caption is sent as the text next to the file.',
				},
			],
			default: [],
			hint: 'Leave empty, unless the default fails',
			description: 'Alternatives for places where A1Base’s documentation is ambiguous',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.a1base.com/v1',
			required: true,
			description: 'Change this only to use a sandbox',
		},
	];

	authenticate = withHeaders(({ apiKey, apiSecret }) => ({
		'X-API-Key': String(apiKey).trim(),
		'X-API-Secret': String(apiSecret).trim(),
	}));

	/**
	 * Lists the threads. An account without any gets a 404, so that status counts as a valid key. n8n
	 * 1.123 doesn't support `except`, so every response passes there.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '=/messages/threads/{{encodeURIComponent($credentials.accountId)}}/get-all',
			ignoreHttpStatusErrors: {
				ignore: true,
				except: [400, 401, 403, 422, 429, 500, 502, 503, 504],
			},
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'A1Base does not accept this API key and secret. Paste both again from the A1Base dashboard.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'A1Base denies access to this account. Check “Account ID”: it must belong to the API key.',
				},
			},
		],
	};
}
