/**
 * Registration as a model: random sequences of actions of builders, editors, two n8n instances and
 * other programs. The provider is the sandbox's, called in this process.
 */
import fc from 'fast-check';
import type { IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type * as Hooks from '../../nodes/WhatsAppGroups/trigger/registering/hooks';
import { createDialog360 } from '../../sandbox/providers/dialog360';
import { createOneMsg } from '../../sandbox/providers/oneMsg';
import { Refusal, type Answer, type Provider } from '../../sandbox/server/provider';
import { withDefaults } from '../support/n8n';

type ProviderName = 'dialog360' | 'oneMsg';
type Policy = 'fail' | 'addBeside' | 'replace';

/** Runs per provider, and the time they may use in ms. */
const RUNS = 1500;
const LIMIT_MS = 20_000;

jest.setTimeout(120_000);

const operationAt: Record<string, string> = {
	'GET /v1/configs/webhook': 'getWebhook',
	'POST /v1/configs/webhook': 'setWebhook',
	'GET /multi_webhook': 'getExtraWebhooks',
	'POST /multi_webhook': 'setExtraWebhooks',
	'PUT /multi_webhook': 'addExtraWebhooks',
	'PATCH /multi_webhook': 'changeExtraWebhook',
	'GET /webhook': 'getWebhook',
	'POST /webhook': 'setWebhook',
	'GET /settings': 'getSettings',
	'POST /settings': 'setSettings',
};

const providers = {
	dialog360: { create: createDialog360, capacity: 4 },
	oneMsg: { create: createOneMsg, capacity: 5 },
};

/** The provider, and other programs that use it. */
class Service {
	readonly provider: Provider;

	isDown = false;

	/** Addresses of other programs, by name. */
	readonly others = new Map<string, string>();

	readonly account = `account ${(accounts += 1)}`;

	constructor(readonly name: ProviderName) {
		this.provider = providers[name].create();
	}

	async call(method: string, path: string, body?: IDataObject): Promise<Answer> {
		const operation = operationAt[`${method} ${path}`] ?? '';
		const request = { params: {}, query: {}, headers: {}, body: body ?? {}, files: {} };
		const handler = async () => await this.provider.operations[operation]?.(request as never);
		const answer = await handler().catch((error) => {
			if (error instanceof Refusal) return error.answer;
			throw error;
		});
		return JSON.parse(JSON.stringify(answer));
	}

	urls(): string[] {
		return this.provider.webhooks().map(({ url }) => url);
	}

	/** Another program appends its address, or removes it. */
	async other(name: string): Promise<void> {
		const url = `https://shared.example/hook?tenant=${name}`;
		const before = this.provider.webhooks();
		const rest = before.filter((webhook) => webhook.url !== url);
		if (this.others.has(name)) {
			// 360dialog can't be left without a webhook.
			if (this.name === 'dialog360' && rest.length === 0) return;
			this.others.delete(name);
			await this.set(rest);
		} else if (before.length < providers[this.name].capacity) {
			this.others.set(name, url);
			await this.set([...before, { url, headers: { 'X-Kept': name } }]);
		}
	}

	private async set(webhooks: Array<{ url: string; headers?: Record<string, string> }>) {
		if (this.name === 'oneMsg') {
			await this.call('POST', '/settings', { webhookUrl: webhooks.map(({ url }) => url) });
			return;
		}
		const [main, ...extras] = webhooks;
		if (main) await this.call('POST', '/v1/configs/webhook', { ...main });
		await this.call('POST', '/multi_webhook', { enabled: false });
		if (extras.length === 0) return;
		const destinations = extras.map((one, at) => ({ name: `extra ${at}`, ...one }));
		await this.call('POST', '/multi_webhook', { enabled: true, destinations });
	}
}

/** The modules of two processes of n8n. Each sequence has its own account, so nothing is left over. */
const processes = [loadedHooks(), loadedHooks()] as const;

let accounts = 0;

/** One process of n8n. */
class N8n {
	constructor(
		readonly url: string,
		private readonly hooks: typeof Hooks,
		private readonly service: Service,
	) {}

	async call(
		method: 'register' | 'unregister',
		workflow: Workflow,
		mode: 'activate' | 'manual' | 'update',
		isTest = false,
	): Promise<boolean> {
		return await this.hooks[method](this.contextOf(workflow, mode, isTest));
	}

	private contextOf(workflow: Workflow, mode: string, isTest: boolean): IHookFunctions {
		const { service } = this;
		const credential = { dialog360: 'dialog360GroupsApi', oneMsg: 'oneMsgGroupsApi' }[service.name];
		const { account } = service;
		const values = { apiKey: account, channelId: account, baseUrl: 'http://sandbox.test' };
		const parameters: IDataObject = {
			provider: service.name,
			events: ['message.received'],
			onOccupied: workflow.policy,
		};
		// n8n doesn't save the static data of an editor's registration.
		const staticData = isTest ? structuredClone(workflow.staticData) : workflow.staticData;
		const kind = isTest ? 'webhook-test' : 'webhook';
		const context = {
			getNode: () => ({ name: 'Trigger', webhookId: workflow.webhookId }),
			getWorkflow: () => ({ id: workflow.webhookId }),
			getInstanceId: () => this.url,
			getActivationMode: () => mode,
			getNodeParameter: (name: string, absent: unknown) => parameters[name] ?? absent,
			getNodeWebhookUrl: () => `${this.url}/${kind}/${workflow.webhookId}/whatsapp-groups`,
			getWorkflowStaticData: () => staticData,
			getCredentials: async () => withDefaults(credential, values),
			logger: { warn() {} },
			helpers: {
				async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
					if (service.isDown) return { statusCode: 401, headers: {}, body: { error: 'down' } };
					const { method = 'GET', url, body } = options;
					const answer = await service.call(method, url, body as IDataObject);
					return { statusCode: answer.status, headers: {}, body: answer.body };
				},
			},
		};
		return context as unknown as IHookFunctions;
	}
}

function loadedHooks(): typeof Hooks {
	let hooks: typeof Hooks | undefined;
	jest.isolateModules(() => {
		hooks = jest.requireActual<typeof Hooks>(
			'../../nodes/WhatsAppGroups/trigger/registering/hooks',
		);
	});
	if (hooks === undefined) throw new Error('the hooks could not be loaded');
	return hooks;
}

interface Workflow {
	webhookId: string;
	policy: Policy;
	n8n: N8n;
	staticData: IDataObject;
	isPublished: boolean;
	isListening: boolean;
	/** The provider refused while it was unpublished or stopped listening. */
	isOwed: boolean;
}

type Step =
	| { do: 'publish' | 'unpublish' | 'save' | 'listen' | 'stop'; workflow: number }
	| { do: 'other'; name: string }
	| { do: 'down' | 'up' };

const WORKFLOWS = 3;

const steps = fc.array(
	fc.oneof(
		{
			weight: 8,
			arbitrary: fc.record({
				do: fc.constantFrom('publish', 'unpublish', 'save', 'listen', 'stop'),
				workflow: fc.nat(WORKFLOWS - 1),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({ do: fc.constant('other'), name: fc.constantFrom('a', 'b') }),
		},
		{ weight: 1, arbitrary: fc.record({ do: fc.constantFrom('down', 'up') }) },
	) as fc.Arbitrary<Step>,
	{ maxLength: 12 },
);

class World {
	readonly service: Service;

	readonly workflows: Workflow[];

	constructor(name: ProviderName, policies: Policy[]) {
		this.service = new Service(name);
		const [one, two] = processes;
		const first = new N8n('https://one.example', one, this.service);
		const second = new N8n('https://two.example', two, this.service);
		this.workflows = policies.map((policy, at) => ({
			webhookId: `${at}${at}${at}`,
			policy,
			n8n: at < 2 ? first : second,
			staticData: {},
			isPublished: false,
			isListening: false,
			isOwed: false,
		}));
	}

	async run(step: Step): Promise<void> {
		if ('name' in step) {
			await this.service.other(step.name);
		} else if ('workflow' in step) {
			const workflow = this.workflows[step.workflow];
			if (workflow) await this.change(workflow, step.do);
		} else {
			this.service.isDown = step.do === 'down';
		}
	}

	private async change(workflow: Workflow, what: string): Promise<void> {
		if (what === 'save' || what === 'unpublish') {
			if (!workflow.isPublished) return;
			await workflow.n8n.call('unregister', workflow, 'update');
			workflow.isOwed ||= this.service.isDown;
			workflow.isPublished = false;
		}
		if ((what === 'save' || what === 'publish') && !workflow.isPublished) {
			workflow.isPublished = await isDone(workflow.n8n.call('register', workflow, 'activate'));
			if (workflow.isPublished) workflow.isOwed = false;
		}
		if (what === 'listen' && !workflow.isListening) {
			workflow.isListening = await isDone(workflow.n8n.call('register', workflow, 'manual', true));
		}
		if (what === 'stop' && workflow.isListening) {
			await workflow.n8n.call('unregister', workflow, 'update', true);
			workflow.isListening = false;
			workflow.isOwed ||= this.service.isDown;
		}
	}

	/** Everybody stops. Failed deactivations are repeated, as the log says. */
	async end(): Promise<void> {
		this.service.isDown = false;
		for (const workflow of this.workflows) await this.change(workflow, 'stop');
		for (const workflow of this.workflows) await this.change(workflow, 'unpublish');
		for (const workflow of this.workflows.filter(({ isOwed }) => isOwed)) {
			await this.change(workflow, 'publish');
			await this.change(workflow, 'unpublish');
		}
	}
}

const isDone = async (work: Promise<boolean>) =>
	await work.then(
		() => true,
		() => false,
	);

const limits = {
	numRuns: RUNS,
	interruptAfterTimeLimit: LIMIT_MS,
	markInterruptAsFailure: false,
};

const ours = (url: string) => url.includes('whatsapp-groups');

// Those with several webhooks. Meta's number has one, and A1Base has no API for them.
describe.each(['dialog360', 'oneMsg'] as const)('%s', (name) => {
	test('without Replace It, others are never touched and every published workflow is registered', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom<Policy>('fail', 'addBeside'), { minLength: 3, maxLength: 3 }),
				steps,
				async (policies, sequence) => {
					const world = new World(name, policies);
					for (const step of sequence) {
						await world.run(step);
						const urls = world.service.urls();
						for (const url of world.service.others.values()) expect(urls).toContain(url);
						for (const workflow of world.workflows) {
							const { isPublished, isListening, isOwed, webhookId } = workflow;
							// While the editor listens, it may use the last free place.
							if (!isPublished || isListening || isOwed) continue;
							const paths = urls.map((url) => new URL(url).pathname);
							expect(paths).toContain(`/webhook/${webhookId}/whatsapp-groups`);
						}
					}
					await world.end();
					const left = world.service.urls().filter((url) => !ours(url));
					expect(left.sort()).toEqual([...world.service.others.values()].sort());
				},
			),
			limits,
		);
	});

	test('with Replace It, all webhooks are restored after every workflow is unpublished', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom<Policy>('fail', 'addBeside', 'replace'), {
					minLength: 2,
					maxLength: 2,
				}),
				// Other programs that change theirs, and a provider that is down, can make that impossible.
				steps.map((list) => list.filter(({ do: what }) => !['other', 'down'].includes(what))),
				fc.subarray(['a', 'b', 'c', 'd']),
				async (policies, sequence, names) => {
					const world = new World(name, policies);
					for (const other of names) await world.service.other(other);
					const before = world.service.urls();
					for (const step of sequence) await world.run(step);
					await world.end();

					const left = world.service.urls().filter((url) => !ours(url));
					expect(left.sort()).toEqual(before.sort());
				},
			),
			limits,
		);
	});
});
