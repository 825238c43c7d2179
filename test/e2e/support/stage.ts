/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import axios from 'axios';
import {
	actionType,
	onProvider,
	productionUrl,
	readExample,
	readWorkflow,
	sandboxCredential,
	triggerOf,
	withCredential,
} from '../../../demo/examples';
import { N8nClient } from '../../../demo/n8nClient';
import type { Credential, ExecutionSummary, Workflow, WorkflowDraft } from '../../../demo/n8nTypes';
import { pasteWebhook } from '../../../demo/pasteWebhook';
import { providerNames, type ProviderName } from '../../../demo/providers';
import { SandboxClient } from '../../../demo/sandboxClient';
import { until } from '../../../demo/until';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Destination } from '../../../sandbox/server/deliveries';
import type { Group, Message } from '../../../sandbox/world/model';
import { variable, type RunningN8n } from './running';

export const ana = { id: '14155550101', name: 'Ana' };

/** The n8n of the test run, and the test file's own sandbox, so that files don't affect each other. */
export class Stage {
	readonly n8n: N8nClient;

	readonly webhookSecret = randomBytes(24).toString('hex');

	private constructor(
		readonly running: RunningN8n,
		readonly sandbox: Sandbox,
	) {
		this.n8n = new N8nClient(running.url, running.cookie);
	}

	static async create(running = sharedN8n()): Promise<Stage> {
		return new Stage(running, await startSandbox());
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	at(provider: ProviderName): SandboxClient {
		return new SandboxClient(this.sandbox.url, provider);
	}

	async createGroup(provider: ProviderName): Promise<Group> {
		return await this.at(provider).createGroup({ subject: 'Launch crew', participants: [ana] });
	}

	async credential(provider: ProviderName): Promise<Credential> {
		const account = this.sandbox.accounts[provider];
		const draft = sandboxCredential(provider, account, this.webhookSecret);
		// Its name says whose sandbox it belongs to.
		const name = `${draft.name} ${this.sandbox.url}`;
		return { ...(await this.n8n.saveCredential({ ...draft, name })), data: draft.data };
	}

	/**
	 * The provider's example as a user imports it, optionally with other parameters in its nodes.
	 * Without its pinned event, because n8n doesn't listen while one is pinned.
	 */
	async importExample(
		provider: ProviderName,
		trigger: object = {},
		answer: object = {},
	): Promise<Workflow> {
		const credential = await this.credential(provider);
		const draft = withCredential(readExample(provider), credential);
		delete draft.pinData;
		Object.assign(triggerOf(draft)!.parameters, trigger);
		const sending = draft.nodes.find(({ type }) => type === actionType);
		Object.assign(sending!.parameters, answer);
		return await this.n8n.createWorkflow(draft);
	}

	/**
	 * Another example, with this provider chosen in each of our nodes, and changed as its note says. Its
	 * tables and webhook paths are the provider's own, so that n8n can have the workflow several times.
	 */
	async importNamed(
		name: string,
		provider: ProviderName,
		change: (draft: WorkflowDraft) => void = () => {},
	): Promise<Workflow> {
		const credential = await this.credential(provider);
		const draft = withCredential(onProvider(readWorkflow(name), provider), credential);
		separate(draft, provider);
		change(draft);
		return await this.n8n.createWorkflow(draft);
	}

	/** Publishes the workflow. If no call registers the webhook, pastes it into the provider's dashboard. */
	async activate(provider: ProviderName, workflow: Workflow): Promise<void> {
		await this.n8n.activate(workflow.id);
		const url = this.productionUrl(workflow);
		await pasteWebhook(this.at(provider), provider, url, this.webhookSecret);
		// The provider knows the address before n8n serves it, and 1MSG delivers only once.
		await until('n8n to serve the webhook', async () => {
			const { status } = await axios.post(url, {}, { validateStatus: null });
			return status !== 404;
		});
	}

	/** The address for deliveries while the editor listens. */
	testUrl(workflow: Workflow): string {
		return productionUrl(this.running.url, workflow).replace('/webhook/', '/webhook-test/');
	}

	productionUrl(workflow: Workflow): string {
		return productionUrl(this.running.webhookUrl ?? this.running.url, workflow);
	}

	/** Waits until the business has written in a group. Returns its texts. */
	async answersIn(provider: ProviderName, groupId: string): Promise<string[]> {
		return await until('an answer in the group', async () => {
			const { messages } = await this.at(provider).group(groupId);
			const answers = messages.filter(({ fromBusiness }) => fromBusiness);
			return answers.length > 0 && answers.map(({ text }) => text);
		});
	}

	/** The first message in the group whose text has this part. */
	async messageIn(provider: ProviderName, groupId: string, part: string): Promise<Message> {
		return await until(`“${part}” in the group`, async () =>
			(await this.at(provider).group(groupId)).messages.find(({ text }) => text.includes(part)),
		);
	}

	/** All executions of a workflow, once every delivery has been made and every run has ended. */
	async settledExecutions(provider: ProviderName, workflow: Workflow): Promise<ExecutionSummary[]> {
		await until('all deliveries to be made', async () =>
			(await this.at(provider).deliveries()).every(({ attempts }) => attempts.length > 0),
		);
		return await this.n8n.endedExecutions(workflow.id);
	}

	/** Texts that must never be in n8n's log: the accounts' keys and the secrets of all webhooks so far. */
	async secretsInLog(): Promise<string[]> {
		const { dialog360, oneMsg, a1Base, metaCloud } = this.sandbox.accounts;
		const secrets = [dialog360.apiKey, oneMsg.apiKey, a1Base.apiKey, a1Base.apiSecret];
		secrets.push(metaCloud.accessToken, metaCloud.appSecret, metaCloud.verifyToken);
		for (const provider of providerNames) {
			const sandbox = this.at(provider);
			const destinations = [...(await sandbox.webhooks()), ...(await sandbox.deliveries())];
			secrets.push(...destinations.flatMap(secretsOf));
		}
		const log = await this.log();
		return [...new Set(secrets)].filter((secret) => log.includes(secret));
	}

	async log(): Promise<string> {
		return await readFile(this.running.logFile, 'utf8');
	}
}

/** Gives each test a stage, and checks that its secrets stay out of n8n's log. */
export function useStage(give: (stage: Stage) => void): void {
	let stage: Stage;
	beforeEach(async () => {
		stage = await Stage.create();
		give(stage);
	});
	afterEach(async () => {
		expect(await stage.secretsInLog()).toEqual([]);
		await stage.close();
	});
}

function separate({ nodes }: WorkflowDraft, provider: ProviderName): void {
	for (const { type, parameters } of nodes) {
		if (type === 'n8n-nodes-base.webhook') parameters.path = `${parameters.path}-${provider}`;
		if (type !== 'n8n-nodes-base.dataTable') continue;
		if (parameters.tableName) parameters.tableName = `${parameters.tableName} (${provider})`;
		const { value } = Object(parameters.dataTableId);
		if (value)
			parameters.dataTableId = { __rl: true, mode: 'name', value: `${value} (${provider})` };
	}
}

function sharedN8n(): RunningN8n {
	const running = process.env[variable];
	if (!running) throw new Error('No n8n is running: test/e2e/support/globalSetup.ts starts it');
	return JSON.parse(running);
}

/** A webhook's secret is in a header or in the address, depending on the provider. */
function secretsOf({ url, headers }: Destination): string[] {
	const places = [headers?.['X-Webhook-Secret'], new URL(url).searchParams.get('secret')];
	return places.filter((secret): secret is string => Boolean(secret));
}
