/** Processes of n8n, as far as webhooks go, and a network in this process that leads to them. */
import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios';
import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestOptions,
	IWebhookFunctions,
	WorkflowActivateMode,
} from 'n8n-workflow';

import type * as Receiving from '../../../../nodes/WhatsAppGroups/trigger/receiving/receive';
import type * as Registering from '../../../../nodes/WhatsAppGroups/trigger/registering/hooks';
import { account as meta } from '../../../../sandbox/providers/metaCloud/state';
import { withDefaults } from '../../../support/n8n';
import type { Service } from './service';

type Hooks = typeof Registering & typeof Receiving;

export type Policy = 'fail' | 'addBeside' | 'replace';

/** A workflow with one trigger, as n8n's database has it. */
export interface Workflow {
	id: string;
	webhookId: string;
	policy: Policy;
	n8n: N8n;
	staticData: IDataObject;
	isPublished: boolean;
	/** n8n serves its production address: not if its registration failed when n8n started. */
	isServed: boolean;
	isListening: boolean;
}

export const webhookSecret = 'of-the-credential';

/** The process as its modules have it: what they remember is lost with it. */
export function loadedProcess(): Hooks {
	const path = '../../../../nodes/WhatsAppGroups/trigger';
	let hooks: Hooks | undefined;
	jest.isolateModules(() => {
		hooks = {
			...jest.requireActual<typeof Registering>(`${path}/registering/hooks`),
			...jest.requireActual<typeof Receiving>(`${path}/receiving/receive`),
		};
	});
	if (hooks === undefined) throw new Error('the node could not be loaded');
	return hooks;
}

/** One n8n, at its own address. `undefined` hooks: it doesn't run. */
export class N8n {
	/** What the log warned of. */
	readonly warnings: string[] = [];

	/** The workflows that it serves, or is about to. */
	readonly workflows: Workflow[] = [];

	/** @param asksAtStart n8n 1 checks every registration when it starts; n8n 2 goes on without. */
	constructor(
		readonly url: string,
		readonly asksAtStart: boolean,
		public hooks: Hooks | undefined,
		private readonly service: Service,
		private readonly appId: string,
	) {}

	urlOf({ webhookId }: Workflow, isTest = false): string {
		return `${this.url}/${isTest ? 'webhook-test' : 'webhook'}/${webhookId}/whatsapp-groups`;
	}

	/** Registers what isn't registered yet. n8n saves static data only if that succeeds. */
	async register(workflow: Workflow, mode: WorkflowActivateMode): Promise<boolean> {
		const { hooks } = this;
		if (hooks === undefined) return false;
		const staticData = mode === 'manual' ? {} : structuredClone(workflow.staticData);
		const hook = this.hook(workflow, mode, staticData);
		// From now on, n8n answers at the address.
		const state = mode === 'manual' ? 'isListening' : 'isServed';
		workflow[state] = true;
		try {
			if (!(await hooks.isRegistered(hook))) await hooks.register(hook);
		} catch {
			workflow[state] = false;
			return false;
		}
		// n8n gives an editor static data of its own, and doesn't save it.
		if (mode !== 'manual') workflow.staticData = staticData;
		return true;
	}

	async unregister(workflow: Workflow, isTest = false): Promise<void> {
		const staticData = isTest ? {} : structuredClone(workflow.staticData);
		await this.hooks?.unregister(this.hook(workflow, 'update', staticData, isTest));
		if (!isTest) workflow.staticData = staticData;
		workflow[isTest ? 'isListening' : 'isServed'] = false;
	}

	/** Answers a request to one of its addresses. */
	async receive(config: InternalAxiosRequestConfig): Promise<{ status: number; data: unknown }> {
		const { hooks } = this;
		if (hooks === undefined) throw new AxiosError('refused', 'ECONNREFUSED');
		const { origin, pathname, searchParams } = new URL(String(config.url));
		const workflow = this.workflows.find((one) => {
			const isServed = one.isServed && this.urlOf(one) === origin + pathname;
			return isServed || (one.isListening && this.urlOf(one, true) === origin + pathname);
		});
		if (workflow === undefined) return { status: 404, data: '' };
		const query = { ...Object.fromEntries(searchParams), ...config.params };
		const answer = { status: 200, data: undefined as unknown };
		const response = {
			status(code: number) {
				answer.status = code;
				return response;
			},
			type: () => response,
			json: (data: unknown) => (answer.data = data),
			send: (data: unknown) => (answer.data = data),
		};
		const webhook = {
			...this.context(workflow, structuredClone(workflow.staticData)),
			getWebhookName: () => (config.method === 'get' ? 'setup' : 'default'),
			getMode: () => 'webhook',
			getRequestObject: () => ({ rawBody: config.data as Buffer }),
			getResponseObject: () => response,
			getHeaderData: () =>
				Object.fromEntries(
					Object.entries(config.headers).map(([name, value]) => [name.toLowerCase(), value]),
				),
			getQueryData: () => query,
		};
		await hooks.receive(webhook as unknown as IWebhookFunctions);
		return answer;
	}

	private hook(
		workflow: Workflow,
		mode: WorkflowActivateMode,
		staticData: IDataObject,
		isTest = mode === 'manual',
	): IHookFunctions {
		const context = {
			...this.context(workflow, staticData),
			getActivationMode: () => mode,
			getNodeWebhookUrl: () => this.urlOf(workflow, isTest),
		};
		return context as unknown as IHookFunctions;
	}

	private context({ id, webhookId, policy }: Workflow, staticData: IDataObject) {
		const { service, appId } = this;
		const call = async ({ method, url, qs, body, headers }: IHttpRequestOptions) => {
			const answer = await service.call({ method, url, qs, body, headers } as IDataObject);
			return { statusCode: answer.status, headers: {}, body: answer.body };
		};
		const { account } = service;
		const parameters: IDataObject = {
			provider: service.name,
			events: ['message.received'],
			onOccupied: policy,
		};
		const values = {
			baseUrl: 'http://sandbox.test',
			...(service.name === 'metaCloud'
				? { ...meta, phoneNumberId: account, appId }
				: { apiKey: account, channelId: account }),
			...(service.name === 'a1Base' && { ...service.provider.account, webhookSecret }),
		};
		return {
			getNode: () => ({ id: webhookId, name: 'Trigger', webhookId }),
			getWorkflow: () => ({ id }),
			getInstanceId: () => this.url,
			getNodeParameter: (name: string, absent: unknown) => parameters[name] ?? absent,
			getWorkflowStaticData: () => staticData,
			getCredentials: async (type: string) => withDefaults(type, values),
			logger: { warn: (message: string) => this.warnings.push(message) },
			helpers: {
				httpRequest: call,
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
					await call(options),
			},
		};
	}
}

/** Leads every request of the sandbox to the n8n at that address, or to another program. */
export function useNetwork(): (...processes: N8n[]) => void {
	let reachable: N8n[] = [];
	const { adapter } = axios.defaults;
	beforeAll(() => {
		axios.defaults.adapter = async (config) => {
			const url = String(config.url);
			const n8n = reachable.find((one) => url.startsWith(one.url));
			const answer = n8n ? await n8n.receive(config) : ofOther(config);
			return { ...answer, statusText: '', headers: {}, config };
		};
	});
	afterAll(() => {
		axios.defaults.adapter = adapter;
	});
	return (...processes) => {
		reachable = processes;
	};
}

/** Other programs accept everything, and answer Meta's check if it has their own token. */
function ofOther({ method, params = {} }: InternalAxiosRequestConfig) {
	const isTheirs = method === 'post' || params['hub.verify_token'] === 'theirs';
	return { status: isTheirs ? 200 : 401, data: params['hub.challenge'] as unknown };
}
