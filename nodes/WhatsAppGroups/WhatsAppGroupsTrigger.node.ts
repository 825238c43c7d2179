import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { WEBHOOK_PATH } from './contract/webhooks';
import { DESCRIPTION } from './editor/description';
import { credentials } from './editor/providerField';
import { getGroups } from './editor/groups';
import { checkFilters } from './trigger/receiving/checkFilters';
import { panel } from './trigger/editor/panel';
import { properties } from './trigger/editor/properties';
import { subtitle } from './trigger/editor/subtitle';
import { receive } from './trigger/receiving/receive';
import { isRegistered, register, unregister } from './trigger/registering/hooks';

export class WhatsAppGroupsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Groups Trigger',
		name: 'whatsAppGroupsTrigger',
		icon: {
			light: 'file:../../icons/whatsapp-groups.svg',
			dark: 'file:../../icons/whatsapp-groups.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle,
		description: DESCRIPTION,
		defaults: { name: 'WhatsApp Groups Trigger' },
		...panel,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: WEBHOOK_PATH,
				ndvHideUrl: true, // the same address as the other
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: WEBHOOK_PATH,
			},
		],
		properties,
	};

	methods = { loadOptions: { getGroups } };

	// Of the first webhook: if its registration fails, n8n tries again from that one on, and the GET
	// that Meta checks the address with has to be there by then.
	webhookMethods = {
		setup: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				checkFilters(this);
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
