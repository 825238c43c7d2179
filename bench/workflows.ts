import type { INode, INodeParameters } from 'n8n-workflow';

import type { Credential } from '../demo/n8nTypes';

export interface Load {
	messages: number;
	groups: number;
	/** The number of the first message, where several workflows send at the same time. */
	first?: number;
}

/** A way of sending: one node, with its credential. */
export interface Sender {
	name: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	credential?: Credential;
}

/** Start → Items → Send. Failed items continue on the regular output, as careful builders set it. */
export function sendingWorkflow({ messages, groups, first = 0 }: Load, sender: Sender) {
	const { type, typeVersion, parameters, credential } = sender;
	const nodes: INode[] = [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Items', 'n8n-nodes-base.code', 2, {
			jsCode: `return Array.from({ length: ${messages} }, (_, number) => ({
	json: { number: ${first} + number, group: 'group-' + ${first} + '-' + (number % ${groups}) },
}));`,
		}),
		{
			...node('Send', type, typeVersion, parameters),
			onError: 'continueRegularOutput',
			credentials: credential && {
				[credential.type]: { id: credential.id, name: credential.name },
			},
		},
	];
	const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return {
		name: sender.name,
		nodes,
		connections: { Start: link('Items'), Items: link('Send') },
		settings: { executionOrder: 'v1' as const },
	};
}

export function ours(credential: Credential, options: INodeParameters = {}): Sender {
	return {
		name: 'WhatsApp Groups',
		type: 'n8n-nodes-whatsapp-groups.whatsAppGroups',
		typeVersion: 1,
		parameters: {
			provider: 'dialog360',
			resource: 'message',
			operation: 'send',
			group: { __rl: true, mode: 'id', value: '={{ $json.group }}' },
			messageType: 'text',
			text: '={{ $json.number }}',
			options,
		},
		credential,
	};
}

/** n8n's own node for any API, with the same settings. */
export function httpRequest(
	name: string,
	url: string,
	credential: Credential,
	options: INodeParameters = {},
): Sender {
	return {
		name: `HTTP Request, ${name}`,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${url}/messages`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			specifyBody: 'json',
			jsonBody:
				'={{ JSON.stringify({ messaging_product: "whatsapp", recipient_type: "group", to: $json.group, type: "text", text: { body: String($json.number) } }) }}',
			options,
		},
		credential,
	};
}

/** Does nothing, to measure the cost of the rest of the workflow. */
export const nothing: Sender = {
	name: 'No Operation',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
