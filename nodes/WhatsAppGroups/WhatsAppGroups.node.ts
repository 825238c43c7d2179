import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { properties } from './actions';
import { subtitle } from './actions/subtitle';
import { DESCRIPTION } from './editor/description';
import { credentials } from './editor/providerField';
import { router } from './run/router';
import { searchGroups } from './editor/groups';
import { getVariablesInPlace, searchTemplates, templateVariables } from './editor/templates';
import { respond } from './waiting/respond';
import { waitingWebhooks } from './waiting/webhooks';

export class WhatsAppGroups implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Groups',
		name: 'whatsAppGroups',
		icon: {
			light: 'file:../../icons/whatsapp-groups.svg',
			dark: 'file:../../icons/whatsapp-groups.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle,
		description: DESCRIPTION,
		defaults: { name: 'WhatsApp Groups' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials,
		webhooks: waitingWebhooks,
		properties,
	};

	methods = {
		listSearch: { searchGroups, searchTemplates },
		loadOptions: { getVariablesInPlace },
		resourceMapping: { templateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}

	/** Resumes a run that waits with *Send and Wait for Response*. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await respond(this);
	}
}
