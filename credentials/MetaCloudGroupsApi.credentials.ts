import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { withHeaders } from '../nodes/WhatsAppGroups/providers/shared/withHeaders';

/** Meta's Cloud API directly. Source: Meta “WhatsApp › Groups” and “Graph API webhooks”. */
export class MetaCloudGroupsApi implements ICredentialType {
	name = 'metaCloudGroupsApi';

	displayName = 'Meta Cloud Groups API';

	icon: Icon = { light: 'file:../icons/meta-cloud.svg', dark: 'file:../icons/meta-cloud.dark.svg' };

	documentationUrl =
		'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups/blob/main/docs/providers/metaCloud.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A permanent token of a system user of your Meta app, with the permissions whatsapp_business_messaging and whatsapp_business_management. The WhatsApp Business account must be an asset of the system user.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 106540352242922',
			description: 'From the WhatsApp page of your Meta app; not the phone number itself',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Needed only for the trigger',
			description:
				'From App settings › Basic of your Meta app. The trigger verifies with it that webhook requests come from Meta.',
		},
		{
			displayName: 'Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			hint: 'Optional: to choose templates from a list',
			description:
				'The WhatsApp Business Account ID. Needed to list templates, and for the trigger if your app is not subscribed to the account yet.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 670843887433847',
			hint: 'Optional: to check the webhook fields of the app',
			description:
				'From the App Dashboard of your Meta app. With it, the trigger checks that the app is subscribed to the webhook fields it needs.',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty, unless you set the webhook by hand',
			description: 'Any long random string, which you also enter next to the URL in your Meta app',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com/v25.0',
			required: true,
			description: 'Includes the version of the Graph API. Change the rest only to use a sandbox.',
		},
	];

	authenticate = withHeaders(({ accessToken }) => ({
		Authorization: `Bearer ${String(accessToken).trim()}`,
	}));

	/** n8n only shows the text of a test that fails, so a number that can't use groups fails it. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '=/{{encodeURIComponent($credentials.phoneNumberId)}}',
			qs: { fields: 'id,is_official_business_account,health_status' },
		},
		// n8n applies both kinds of rules, but its type only allows a list of one kind.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Meta does not accept this access token. Paste a permanent token of a system user again.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						'Meta can’t find “Phone Number ID”, or the token may not use it. Copy the ID from WhatsApp › API Setup in your Meta app, and make the WhatsApp Business account an asset of the system user.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'is_official_business_account',
					value: false,
					message:
						'The token is valid, but Meta’s Groups API needs an Official Business Account, and this number isn’t one. Request it in WhatsApp Manager.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'health_status.can_send_message',
					value: 'BLOCKED',
					message:
						'The token is valid, but Meta blocks this number from sending messages. WhatsApp Manager shows the reason, such as the payment method or a violated policy.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
