import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withHeaders } from '../nodes/WhatsAppGroups/providers/shared/withHeaders';

/** One key is one phone number. Source: 360dialog “Messaging API”. */
export class Dialog360GroupsApi implements ICredentialType {
	name = 'dialog360GroupsApi';

	displayName = '360dialog Groups API';

	icon: Icon = { light: 'file:../icons/dialog360.svg', dark: 'file:../icons/dialog360.dark.svg' };

	documentationUrl =
		'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups/blob/main/docs/providers/dialog360.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of the phone number. In the 360dialog Hub, open the number under Channels and generate a key. A new key replaces the earlier keys of the number.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty, unless you set the webhook by hand',
			description:
				'Any long random string. Enter it at 360dialog as the header X-Webhook-Secret of the webhook.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://waba-v2.360dialog.io',
			required: true,
			description: 'Change this only to use a sandbox',
		},
	];

	authenticate = withHeaders(({ apiKey }) => ({ 'D360-API-KEY': String(apiKey).trim() }));

	/** 360dialog has no call that says whether a number may use groups. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/health_status' },
		// n8n applies both kinds of rules, but its type only allows a list of one kind.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: '360dialog does not accept this API key. Paste it again from the 360dialog Hub.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'health_status.can_send_message',
					value: 'BLOCKED',
					message:
						'The key is valid, but WhatsApp blocks this number from sending messages. The 360dialog Hub shows the status of the number and of its account.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
