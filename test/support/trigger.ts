/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** The trigger node between n8n's activation and its webhook server, with the real n8n-core. */
import { EventEmitter } from 'node:events';

import { HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import {
	ObservableObject,
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodePropertyOptions,
	type IWebhookData,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import { firstOf } from './firstOf';
import { additionalData, credentialReferences, nodeTypes, type CredentialValues } from './n8n';

const loaded = new WhatsAppGroupsTrigger();

/** The rest of a saved workflow, besides the node's parameters and credentials, and n8n's address. */
export interface Surroundings {
	/** Of the node: part of its webhook address. `null`: the node has none. */
	webhookId?: string | null;
	nodeName?: string;
	/** Of the n8n instance. */
	instanceId?: string;
	/** Survives a restart of n8n. */
	staticData?: IDataObject;
	/** Its workflow's ID. */
	workflowId?: string;
	/** n8n's own address, as in WEBHOOK_URL. */
	n8nUrl?: string;
	/** The node as another process of n8n has loaded it. */
	type?: WhatsAppGroupsTrigger;
}

/** n8n's response, and the items it would start a run with. */
export interface Reception {
	status: number;
	body: unknown;
	items?: IDataObject[];
	/** Files of each item, by field. */
	files?: Array<IBinaryKeyData | undefined>;
}

export interface IncomingCall {
	body: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** Default: the body as JSON. */
	rawBody?: Buffer;
}

/** How n8n continues with the items of a delivery. */
export interface Start {
	/** Which of the node's webhooks is called: `setup` by GET, `default` by POST. */
	webhook?: 'setup' | 'default';
	/** `manual` while the editor listens. */
	mode?: 'webhook' | 'manual';
	/** Creates the execution; n8n answers 500 if this rejects. */
	create?: () => Promise<void>;
	/** The provider hangs up before n8n answers. */
	hangsUp?: boolean;
}

/** One trigger node in one workflow. Only `staticData` survives a restart of n8n. */
export class TestTrigger {
	/** The logged warnings. */
	readonly warnings: string[] = [];

	readonly webhookId: string | null;

	private readonly nodePath: string;

	private readonly nodeName: string;

	private readonly instanceId: string;

	private readonly workflow: Workflow;

	private readonly editor: Workflow;

	private readonly n8nUrl: string;

	private readonly type: WhatsAppGroupsTrigger;

	constructor(
		parameters: INodeParameters,
		private readonly credentials: CredentialValues,
		{
			webhookId = '11111111-2222-4333-8444-555555555555',
			nodeName = 'Trigger',
			instanceId = 'n8n',
			staticData = {},
			workflowId = 'wf',
			n8nUrl = 'http://n8n.test',
			type = loaded,
		}: Surroundings = {},
	) {
		const own = webhookId ?? `${workflowId}/${encodeURIComponent(nodeName.toLowerCase())}`;
		this.webhookId = webhookId;
		this.nodePath = `${own}/whatsapp-groups`;
		this.nodeName = nodeName;
		this.instanceId = instanceId;
		this.n8nUrl = n8nUrl;
		this.type = type;
		const node: INode = {
			id: own,
			name: nodeName,
			type: 'whatsAppGroupsTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			...(webhookId === null ? {} : { webhookId }),
			credentials: credentialReferences(credentials),
		};
		const nodes = [node];
		const parts = { id: workflowId, name: workflowId, nodeTypes, nodes, connections: {} };
		this.workflow = new Workflow({ ...parts, active: true, staticData });
		// n8n gives an editor that listens static data of its own.
		this.editor = new Workflow({ ...parts, active: false, staticData: {} });
	}

	get staticData(): IDataObject {
		return this.workflow.staticData;
	}

	url(mode: 'production' | 'test' = 'production'): string {
		const prefix = mode === 'test' ? 'webhook-test' : 'webhook';
		return `${this.n8nUrl}/${prefix}/${this.nodePath}`;
	}

	/** Registers only what isn't registered yet, as n8n does. */
	async activate(
		mode: 'production' | 'test' = 'production',
		activation: WorkflowActivateMode = 'activate',
	): Promise<void> {
		const hook = this.hook(mode, mode === 'test' ? 'manual' : activation);
		const { checkExists, create } = this.methods;
		if (!(await checkExists.call(hook))) await create.call(hook);
	}

	/** Does what n8n does for each published workflow when it starts. */
	async start(): Promise<void> {
		await this.activate('production', 'init');
	}

	async isRegistered(activation: WorkflowActivateMode = 'activate'): Promise<boolean> {
		return await this.methods.checkExists.call(this.hook('production', activation));
	}

	async deactivate(mode: 'production' | 'test' = 'production'): Promise<void> {
		await this.methods.delete.call(this.hook(mode, 'update'));
	}

	/** The entries of the menu of groups. */
	async groupMenu(): Promise<INodePropertyOptions[]> {
		const context = new LoadOptionsContext(this.workflow, this.node, this.additionalData(), '');
		return await this.type.methods.loadOptions.getGroups.call(context);
	}

	/** The GET by which a provider checks the address. */
	async check(query: Record<string, string>): Promise<Reception> {
		return await this.receive({ body: undefined, query }, { webhook: 'setup' });
	}

	async receive(
		{ body, headers = {}, query = {}, rawBody }: IncomingCall,
		{ mode = 'webhook', create = async () => {}, hangsUp = false, webhook = 'default' }: Start = {},
	): Promise<Reception> {
		const answer: { body?: unknown; sent: boolean } = { sent: false };
		const httpResponse = Object.assign(new EventEmitter(), {
			statusCode: 200,
			status(code: number) {
				httpResponse.statusCode = code;
				return httpResponse;
			},
			type: () => httpResponse,
			send: (content: unknown) => httpResponse.json(content),
			json(content: unknown) {
				Object.assign(answer, { body: content, sent: true });
				httpResponse.emit('prefinish');
				if (!hangsUp) httpResponse.emit('finish');
				return httpResponse;
			},
		});
		const httpRequest = {
			body,
			headers,
			query,
			params: {},
			rawBody: rawBody ?? Buffer.from(JSON.stringify(body) ?? ''),
		};
		const context = this.logged(
			new WebhookContext(
				mode === 'manual' ? this.editor : this.workflow,
				this.node,
				this.additionalData({ httpRequest, httpResponse }),
				mode,
				this.webhookData(false, webhook),
				[],
				null,
			),
		);
		context.getInstanceId = () => this.instanceId;
		// n8n detects a file's type from its content with a module that jest can't load.
		const prepare = context.helpers.prepareBinaryData.bind(context.helpers);
		context.helpers.prepareBinaryData = async (bytes, name, type = 'application/octet-stream') =>
			await prepare(bytes, name, type);
		const saved = JSON.stringify(this.staticData);
		const { workflowData, webhookResponse, noWebhookResponse } =
			await this.type.webhook.call(context);
		// n8n doesn't save static data if it sends the response and starts a run.
		if (workflowData && !answer.sent) {
			this.workflow.staticData = ObservableObject.create(JSON.parse(saved));
		}
		const files = workflowData?.[0]?.map(({ binary }) => binary) ?? [];
		if ((noWebhookResponse ?? false) !== answer.sent) {
			throw new Error('the trigger answered twice, or not at all');
		}
		const failure = workflowData && (await create().catch((error: Error) => error));
		if (failure !== undefined && !answer.sent) {
			httpResponse.status(500).json({ message: failure.message });
			return { status: 500, body: answer.body };
		}
		if (!answer.sent) httpResponse.json(webhookResponse);
		return {
			status: httpResponse.statusCode,
			body: answer.body,
			...(workflowData ? { items: firstOf(workflowData).map(({ json }) => json) } : {}),
			...(files.some(Boolean) ? { files } : {}),
		};
	}

	private hook(mode: 'production' | 'test', activation: WorkflowActivateMode): HookContext {
		const isTest = mode === 'test';
		const context = new HookContext(
			isTest ? this.editor : this.workflow,
			this.node,
			this.additionalData(),
			isTest ? 'manual' : 'trigger',
			activation,
			this.webhookData(isTest),
		);
		context.getInstanceId = () => this.instanceId;
		return this.logged(context);
	}

	private get methods() {
		return this.type.webhookMethods.setup;
	}

	private additionalData(more: object = {}) {
		return additionalData(this.credentials, {
			webhookBaseUrl: `${this.n8nUrl}/webhook`,
			webhookTestBaseUrl: `${this.n8nUrl}/webhook-test`,
			...more,
		});
	}

	private get node(): INode {
		return this.workflow.getNode(this.nodeName) as INode;
	}

	private webhookData(isTest: boolean, webhook: 'setup' | 'default' = 'default'): IWebhookData {
		const webhookDescription = this.type.description.webhooks?.find(({ name }) => name === webhook);
		return { webhookDescription, isTest, node: this.nodeName } as unknown as IWebhookData;
	}

	private logged<Context extends object>(context: Context): Context {
		const logger = { warn: (message: string) => this.warnings.push(message) };
		return Object.defineProperty(context, 'logger', { value: logger });
	}
}
