/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** A run that waits in the action node, between n8n's engine and its server for waiting webhooks. */
import { EventEmitter } from 'node:events';

import { WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWebhookData,
} from 'n8n-workflow';

import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { additionalData, credentialReferences, nodeTypes, type CredentialValues } from './n8n';

export interface WaitingRequest {
	method: string;
	/** Path and query. */
	path: string;
	headers?: Record<string, string | undefined>;
	body?: string;
}

export interface WaitingResponse {
	status: number;
	type: string;
	headers: Record<string, string>;
	body: string;
}

const NODE = 'Ask "the" crew';
let executions = 0;

/** Start → Ask. As in n8n, `webhook()` gets the stored run, and only one request resumes it. */
export class WaitingRun {
	/** The output with which the run continued. */
	readonly outputs: IDataObject[] = [];
	readonly warnings: string[] = [];
	/** Credentials as they are when an answer comes. */
	credentials: CredentialValues;
	/** Until this resolves, n8n hasn't stored the run. */
	stored = true;
	/** What n8n responds until then. */
	whileUnstored = { status: 409, body: '{"message":"running already"}' };

	private isCanceled = false;

	private constructor(
		readonly id: string,
		private run: IRun,
		private readonly parameters: INodeParameters,
		credentials: CredentialValues,
		private readonly n8nUrl: string,
		private readonly type: INodeType,
	) {
		this.credentials = credentials;
	}

	static async start(
		parameters: INodeParameters,
		credentials: CredentialValues,
		n8nUrl = 'http://n8n.test',
		{
			input = [{}],
			type = new WhatsAppGroups(),
			nodeType = 'whatsAppGroups',
		}: { input?: IDataObject[]; type?: WhatsAppGroups; nodeType?: string } = {},
	): Promise<WaitingRun> {
		const id = String(++executions);
		const workflow = workflowOf(parameters, credentials, type, nodeType);
		const first = workflow.getNode('Start') as INode;
		const main = [input.map((json) => ({ json }))];
		const data = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: first, data: { main }, source: null }] },
		} as never);
		const more = { executionId: id, webhookWaitingBaseUrl: `${n8nUrl}/webhook-waiting` };
		const engine = new WorkflowExecute(additionalData(credentials, more), 'manual', data);
		const run = await engine.processRunExecutionData(workflow);
		return new WaitingRun(id, run, { ...parameters, nodeType }, credentials, n8nUrl, type);
	}

	/** Stops the run, as the button of the editor does. */
	cancel(): void {
		this.isCanceled = true;
	}

	get error(): (Error & { description?: string }) | undefined {
		return this.run.data.resultData.error as Error & { description?: string };
	}

	get isWaiting(): boolean {
		return this.run.waitTill !== undefined && this.run.waitTill !== null;
	}

	get until(): Date {
		return new Date(this.run.waitTill as Date);
	}

	/** The items with which n8n continues if nobody answers: the input of the node. */
	get timeOutItems(): IDataObject[] {
		const [next] = this.run.data.executionData?.nodeExecutionStack ?? [];
		return next?.data.main?.[0]?.map(({ json }) => json) ?? [];
	}

	/** A link of this run with these parameters, as n8n signs it. */
	signed(parameters: Record<string, string>): string {
		const url = new URL(this.n8nUrl);
		return this.context('GET', url, {}, '', {}).getSignedResumeUrl(parameters);
	}

	/** As n8n's server for waiting webhooks does it. */
	async request({
		method,
		path,
		headers = {},
		body = '',
	}: WaitingRequest): Promise<WaitingResponse> {
		const answer: WaitingResponse = { status: 200, type: 'json', headers: {}, body: '' };
		const url = new URL(path, this.n8nUrl);
		const { response, sent } = this.response(answer);
		const context = this.context(method, url, headers, body, response);
		const { signature, ...unsigned } = Object.fromEntries(url.searchParams);
		const expected = new URL(context.getSignedResumeUrl(unsigned)).searchParams.get('signature');
		if (signature !== expected) return { ...answer, status: 401, body: 'Invalid token' };
		if (!this.stored) return { ...answer, ...this.whileUnstored };
		if (this.isCanceled) {
			return { ...answer, status: 409, body: '{"message":"has finished with error"}' };
		}
		if (this.outputs.length > 0) return { ...answer, type: 'html', body: 'No action required' };
		const result = await (this.type.webhook as NonNullable<INodeType['webhook']>).call(context);
		if (result.noWebhookResponse === true || result.workflowData === undefined) {
			await sent;
			return answer;
		}
		// n8n lets the first one resume the run.
		const isFirst = this.outputs.length === 0;
		if (isFirst) this.outputs.push(...(result.workflowData[0] ?? []).map(({ json }) => json));
		response.status(isFirst ? 200 : 500);
		const content = isFirst ? result.webhookResponse : { message: 'There was a problem' };
		if (typeof content === 'string') response.type('html').send(content);
		else response.json(content);
		return answer;
	}

	private response(answer: WaitingResponse) {
		const response = Object.assign(new EventEmitter(), {
			statusCode: 200,
			status(code: number) {
				response.statusCode = code;
				return response;
			},
			setHeader(name: string, value: string) {
				answer.headers[name.toLowerCase()] = value;
				return response;
			},
			type(value: string) {
				answer.type = value;
				return response;
			},
			json: (content: unknown) => response.send(JSON.stringify(content)),
			send(content: string) {
				Object.assign(answer, { status: response.statusCode, body: content });
				response.emit('finish');
				return response;
			},
		});
		const sent = new Promise((resolve) => response.once('finish', resolve));
		return { response, sent };
	}

	private context(
		method: string,
		url: URL,
		headers: WaitingRequest['headers'],
		body: string,
		httpResponse: object,
	): WebhookContext {
		const isJson = headers?.['content-type']?.includes('json');
		const parsed = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
		const httpRequest = {
			method,
			headers,
			query: Object.fromEntries(url.searchParams),
			params: {},
			body: parsed,
			rawBody: Buffer.from(body),
		};
		const { nodeType, ...parameters } = this.parameters;
		const workflow = workflowOf(parameters, this.credentials, this.type, String(nodeType));
		// From the database.
		const data = JSON.parse(JSON.stringify(this.run.data)) as IRun['data'];
		const context = new WebhookContext(
			workflow,
			workflow.getNode(NODE) as INode,
			additionalData(this.credentials, {
				executionId: this.id,
				webhookWaitingBaseUrl: `${this.n8nUrl}/webhook-waiting`,
				httpRequest,
				httpResponse,
			}),
			'webhook',
			{ webhookDescription: this.type.description.webhooks?.[1] } as unknown as IWebhookData,
			[],
			data,
		);
		const logger = { warn: (message: string) => this.warnings.push(message) };
		return Object.defineProperty(context, 'logger', { value: logger });
	}
}

function workflowOf(
	parameters: INodeParameters,
	credentials: CredentialValues,
	type: INodeType,
	nodeType: string,
): Workflow {
	const node = (name: string, of: string, more: object = {}): INode => ({
		id: `${of}-id`,
		name,
		type: of,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const ask = node(NODE, nodeType, {
		parameters: { resource: 'message', operation: 'sendAndWait', ...parameters },
		credentials: credentialReferences(credentials),
	});
	return new Workflow({
		id: 'asking',
		name: 'asking',
		active: false,
		nodeTypes: {
			...nodeTypes,
			getByNameAndVersion: (name, version) =>
				name === nodeType ? type : nodeTypes.getByNameAndVersion(name, version),
		},
		nodes: [node('Start', 'start'), ask],
		connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', timezone: 'Asia/Tokyo' },
	});
}
