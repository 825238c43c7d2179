/** The trigger node between n8n's activation and its webhook server, as far as n8n-core goes. */
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type IWebhookData,
} from 'n8n-workflow';

import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import { additionalData, credentialReferences, nodeTypes, type CredentialValues } from './n8n';

const type = new WhatsAppGroupsTrigger();
const methods = type.webhookMethods.default;

/** What n8n would answer, and the items it would start a run with. */
export interface Reception {
	status: number;
	body: unknown;
	items?: IDataObject[];
}

export interface IncomingCall {
	body: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** Left out: the body as JSON. */
	rawBody?: Buffer;
}

/** One trigger node in one workflow. `staticData` outlives a restart of n8n, the rest does not. */
export class TestTrigger {
	/** What was logged as a warning. */
	readonly warnings: string[] = [];

	private readonly workflow: Workflow;

	constructor(
		parameters: INodeParameters,
		private readonly credentials: CredentialValues,
		/** Of the node: part of its webhook address. */
		readonly webhookId = '11111111-2222-4333-8444-555555555555',
		staticData: IDataObject = {},
	) {
		const node: INode = {
			id: webhookId,
			name: 'Trigger',
			type: 'whatsAppGroupsTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			webhookId,
			credentials: credentialReferences(credentials),
		};
		const nodes = [node];
		this.workflow = new Workflow({
			id: 'wf',
			name: 'wf',
			active: true,
			nodeTypes,
			nodes,
			connections: {},
			staticData,
		});
	}

	get staticData(): IDataObject {
		return this.workflow.staticData;
	}

	url(mode: 'production' | 'test' = 'production'): string {
		return `http://n8n.test/webhook${mode === 'test' ? '-test' : ''}/${this.webhookId}/whatsapp-groups`;
	}

	/** As n8n does it: registers only what is not there yet. */
	async activate(mode: 'production' | 'test' = 'production'): Promise<void> {
		const hook = this.hook(mode);
		if (!(await methods.checkExists.call(hook))) await methods.create.call(hook);
	}

	async isRegistered(): Promise<boolean> {
		return await methods.checkExists.call(this.hook('production'));
	}

	async deactivate(mode: 'production' | 'test' = 'production'): Promise<void> {
		await methods.delete.call(this.hook(mode));
	}

	async receive({ body, headers = {}, query = {}, rawBody }: IncomingCall): Promise<Reception> {
		const answer: { status: number; body?: unknown; sent: boolean } = { status: 200, sent: false };
		const httpResponse = {
			status(code: number) {
				answer.status = code;
				return httpResponse;
			},
			json(content: unknown) {
				Object.assign(answer, { body: content, sent: true });
				return httpResponse;
			},
		};
		const httpRequest = {
			body,
			headers,
			query,
			params: {},
			rawBody: rawBody ?? Buffer.from(JSON.stringify(body)),
		};
		const context = this.logged(
			new WebhookContext(
				this.workflow,
				this.node,
				additionalData(this.credentials, { httpRequest, httpResponse }),
				'webhook',
				this.webhookData(false),
				[],
				null,
			),
		);
		const { workflowData, webhookResponse, noWebhookResponse } = await type.webhook.call(context);
		if (noWebhookResponse !== answer.sent) {
			throw new Error('answered twice, or not at all');
		}
		return {
			status: answer.status,
			body: answer.sent ? answer.body : webhookResponse,
			...(workflowData ? { items: workflowData[0].map(({ json }) => json) } : {}),
		};
	}

	private hook(mode: 'production' | 'test'): HookContext {
		const isTest = mode === 'test';
		return this.logged(
			new HookContext(
				this.workflow,
				this.node,
				additionalData(this.credentials),
				isTest ? 'manual' : 'trigger',
				isTest ? 'manual' : 'activate',
				this.webhookData(isTest),
			),
		);
	}

	private get node(): INode {
		return this.workflow.getNode('Trigger') as INode;
	}

	private webhookData(isTest: boolean): IWebhookData {
		const [webhookDescription] = type.description.webhooks ?? [];
		return { webhookDescription, isTest, node: 'Trigger' } as unknown as IWebhookData;
	}

	private logged<Context extends object>(context: Context): Context {
		const logger = { warn: (message: string) => this.warnings.push(message) };
		return Object.defineProperty(context, 'logger', { value: logger });
	}
}
