/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { Agent } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import type {
	Credential,
	CredentialTest,
	Execution,
	ExecutionSummary,
	ListRequest,
	Owner,
	Publication,
	Workflow,
	WorkflowDraft,
} from './n8nTypes';
import { until } from './until';

// n8n tries five times, with growing pauses, before it gives up on a trigger that fails.
const secondsToRegister = 90;

/** Each look keeps n8n from its work for about 10 ms. */
const everyMilliseconds = 250;

/** Does what n8n's editor does, through the same private REST API, as in n8n 1.123 and 2.41. */
export class N8nClient {
	private readonly http: AxiosInstance;

	/** @param cookie of a login that another client has made */
	constructor(url: string, cookie?: string) {
		this.http = axios.create({
			baseURL: `${url}/rest`,
			headers: { Cookie: cookie },
			// n8n closes idle connections just when the next request may use one.
			httpAgent: new Agent({ keepAlive: false }),
			timeout: 60_000,
			validateStatus: () => true,
		});
	}

	/** Creates the owner if n8n has none yet, and logs in. Returns the cookie of the login. */
	async signIn(owner: Owner): Promise<string> {
		const { email, password } = owner;
		const settings = await this.call('get', '/settings');
		const response = settings.userManagement.showSetupOnFirstLoad
			? await this.send('post', '/owner/setup', owner)
			: await this.send('post', '/login', { emailOrLdapLoginId: email, password });
		const cookies = response.headers['set-cookie'] ?? [];
		const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
		this.http.defaults.headers.Cookie = cookie;
		return cookie;
	}

	/** Creates a credential, or updates the one with the same name and type. */
	async saveCredential(draft: Omit<Credential, 'id'>): Promise<Credential> {
		const all: Credential[] = await this.call('get', '/credentials');
		const known = all.find(({ name, type }) => name === draft.name && type === draft.type);
		return known
			? await this.call('patch', `/credentials/${known.id}`, draft)
			: await this.call('post', '/credentials', draft);
	}

	/** The test that the editor makes when a credential is saved. */
	async testCredential(credentials: Credential): Promise<CredentialTest> {
		return await this.call('post', '/credentials/test', { credentials });
	}

	/** In the order in which n8n's home page lists them. */
	async workflows(): Promise<Workflow[]> {
		return await this.call('get', '/workflows', undefined, { sortBy: 'updatedAt:desc' });
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.call('get', `/workflows/${id}`);
	}

	async createWorkflow(draft: WorkflowDraft): Promise<Workflow> {
		return await this.call('post', '/workflows', { ...draft, active: false });
	}

	/** Saves a changed workflow. n8n 2 keeps the change as a draft until it is published. */
	async saveWorkflow({ id, ...changed }: Workflow): Promise<Workflow> {
		const { nodes, connections, pinData, versionId } = changed;
		const draft = { nodes, connections, pinData, versionId };
		return await this.call('patch', `/workflows/${id}`, draft);
	}

	/**
	 * Publishes the workflow and waits until its triggers are registered. n8n answers the call before it
	 * registers them, so only the status shows a trigger that fails.
	 *
	 * @param version the newest, if omitted
	 */
	async activate(id: string, version?: string): Promise<void> {
		const versionId = version ?? (await this.workflow(id)).versionId;
		await this.call('post', `/workflows/${id}/activate`, { versionId });
		// Right after n8n's start it may not have begun.
		const { status, triggers } = await this.settledPublication(
			id,
			(found) => found.status !== 'not_published' || found.triggers.some((one) => one.errorMessage),
		);
		if (status === 'published') return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`n8n could not activate the workflow: ${reasons.join('; ') || status}`);
	}

	async deactivate(id: string): Promise<void> {
		await this.call('post', `/workflows/${id}/deactivate`, {});
		await this.settledPublication(id);
	}

	/** Starts a workflow as the editor's “Execute workflow” button does. Returns the execution's ID. */
	async run(id: string, triggerName: string): Promise<string> {
		return (await this.execute(id, triggerName)).executionId;
	}

	/** Stops a running execution, as the editor's button does. */
	async stop(executionId: string): Promise<void> {
		await this.call('post', `/executions/${executionId}/stop`, {});
	}

	/** Listens for one test event of a trigger, as “Execute workflow” does in a workflow that starts with it. */
	async listen(id: string, triggerName: string): Promise<void> {
		const { waitingForWebhook } = await this.execute(id, triggerName);
		if (!waitingForWebhook) throw new Error(`n8n does not listen for ${triggerName}`);
	}

	/** Does what the editor's “Stop listening” does. n8n removes the webhook after it has answered. */
	async stopListening(id: string): Promise<void> {
		await this.call('delete', `/test-webhook/${id}`);
	}

	/** Newest first, at most 100. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = JSON.stringify({ workflowId });
		return (await this.call('get', '/executions', undefined, { filter, limit: 100 })).results;
	}

	/** Waits until all executions of a workflow have ended. Newest first, at most 100. */
	async endedExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		return await until(
			'all executions to end',
			async () => {
				const executions = await this.executions(workflowId);
				return executions.every(({ stoppedAt }) => stoppedAt) && executions;
			},
			{ everyMilliseconds },
		);
	}

	/** The number of executions of a workflow. */
	async executionCount(workflowId: string): Promise<number> {
		const filter = JSON.stringify({ workflowId });
		return (await this.call('get', '/executions', undefined, { filter, limit: 1 })).count;
	}

	/** Waits until an execution has ended. Returns it with the data of every node. */
	async finishedExecution(id: string, seconds?: number): Promise<Execution> {
		const execution = await until(
			`execution ${id} to end`,
			async () => {
				const found: Execution & { data: string } = await this.call('get', `/executions/${id}`);
				return found.stoppedAt ? found : undefined;
			},
			{ seconds, everyMilliseconds },
		);
		return { ...execution, data: parse(execution.data) };
	}

	/** One page of a drop-down list that a node fills from its provider. */
	async listChoices(request: ListRequest): Promise<Array<{ name: string; value: string }>> {
		return (await this.call('post', '/dynamic-node-parameters/resource-locator-results', request))
			.results;
	}

	/** The menu of a field that the editor loads. */
	async menu(request: ListRequest): Promise<Array<{ name: string; value: string }>> {
		return await this.call('post', '/dynamic-node-parameters/options', request);
	}

	/** The fields that the editor shows for a resource mapper. */
	async mapperFields(request: ListRequest): Promise<Array<{ id: string; displayName: string }>> {
		return (await this.call('post', '/dynamic-node-parameters/resource-mapper-fields', request))
			.fields;
	}

	/** n8n 1 requires the workflow itself besides its ID. */
	private async execute(id: string, triggerName: string) {
		const workflowData = await this.workflow(id);
		const body = { workflowData, triggerToStartFrom: { name: triggerName } };
		return await this.call('post', `/workflows/${id}/run`, body);
	}

	private async settledPublication(
		id: string,
		hasBegun: (publication: Publication) => boolean = () => true,
	): Promise<Publication> {
		return await until(
			`workflow ${id} to be registered`,
			async () => {
				const publication = await this.publication(id);
				const isSettled = publication.status !== 'in_progress' && hasBegun(publication);
				return isSettled ? publication : undefined;
			},
			{ seconds: secondsToRegister, everyMilliseconds },
		);
	}

	/** n8n 1 has none: there, the call before has registered everything, or failed. */
	private async publication(id: string): Promise<Publication> {
		const { status, data } = await this.http.get(`/workflows/${id}/publication-status`);
		return status === 404 ? { status: 'published', triggers: [] } : data.data;
	}

	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- n8n does not publish types for its REST interface
	private async call(method: string, path: string, data?: object, params?: object): Promise<any> {
		return (await this.send(method, path, data, params)).data.data;
	}

	private async send(method: string, url: string, data?: object, params?: object) {
		const response = await this.http.request({ method, url, data, params });
		const { status, data: answer } = response;
		if (status < 400) return response;
		const reason = answer?.message ?? JSON.stringify(answer);
		throw new Error(`n8n answered ${status} to ${method.toUpperCase()} ${url}: ${reason}`);
	}
}
