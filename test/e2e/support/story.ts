import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { triggerOf } from '../../../demo/examples';
import { pinnedIn } from '../../../demo/fillIn';
import type { Workflow, WorkflowDraft } from '../../../demo/n8nTypes';
import type { ProviderName } from '../../../demo/providers';
import { until } from '../../../demo/until';
import type { Group } from '../../../sandbox/world/model';
import type { Stage } from './stage';

/**
 * Plays an example at one provider and expects its effect, seen from the participants' phones. The
 * stories of one example run at the same time, in one n8n: each has its own account, data tables and
 * webhook paths.
 */
export type Story = (stage: Stage, provider: ProviderName) => Promise<void>;

export const ben = { id: '14155550102', name: 'Ben' };
export const eve = { id: '14155550199', name: 'Eve' };

/** Whether WhatsApp closes its 24-hour window for this provider's groups. */
export const hasWindow = (provider: ProviderName) => provider !== 'a1Base';

/** Closes the window of every group, and has the provider reject messages at once. 1MSG always does. */
export async function refuseOutsideWindow(stage: Stage, provider: ProviderName): Promise<void> {
	const settings = provider === 'oneMsg' ? {} : { refuseOutsideWindow: true };
	await stage.at(provider).changeSettings({ windowClosed: true, ...settings });
}

/** How the sandbox's template for news, *group_notice*, shows a text. */
export const inTemplate = (text: string) => `News for this group: ${text}\nWrite here to answer.`;

/** Imports an example, changed as its note says, and keeps it published while `play` runs. */
export async function withActive(
	stage: Stage,
	provider: ProviderName,
	name: string,
	play: (workflow: Workflow) => Promise<void>,
	change?: (draft: WorkflowDraft) => void,
): Promise<void> {
	const workflow = await stage.importNamed(name, provider, change);
	await stage.activate(provider, workflow);
	await play(workflow);
	await stage.n8n.deactivate(workflow.id);
}

/** Runs a workflow as the editor's button does. Returns the output of one node. */
export async function run(stage: Stage, workflow: Workflow, from: string, of: string) {
	const id = await stage.n8n.run(workflow.id, from);
	const { resultData } = (await stage.n8n.finishedExecution(id)).data;
	expect(resultData.error).toBeUndefined();
	const items = resultData.runData[of]?.[0]?.data?.main?.[0] ?? [];
	return items.map(({ json }): IDataObject => json);
}

/**
 * Imports an example, enters a new group in its pinned sample, and executes it as the editor's button
 * does. Returns the group's ID.
 */
export async function runSample(
	stage: Stage,
	provider: ProviderName,
	name: string,
	change: (draft: WorkflowDraft) => void = () => {},
): Promise<string> {
	const group = await createSampleGroup(stage, provider);
	const workflow = await stage.importNamed(name, provider, (draft) => {
		change(draft);
		draft.pinData = pinnedIn(group, draft);
	});
	const { name: trigger } = triggerOf(workflow)!;
	await run(stage, workflow, trigger, trigger);
	return group.id;
}

/** A group for a pinned sample. Somebody has just written in it. */
export async function createSampleGroup(stage: Stage, provider: ProviderName): Promise<Group> {
	return await stage.at(provider).createGroup({ subject: 'Samples', participants: [ben] });
}

/** The rows of a data table of the examples, which have one per provider. */
export async function rowsOf(
	stage: Stage,
	provider: ProviderName,
	table: string,
): Promise<IDataObject[]> {
	return await inTable(stage, `${table} (${provider})`, { operation: 'get', returnAll: true });
}

/** Adds rows, as a person does in n8n's own editor of tables. */
export async function addRows(
	stage: Stage,
	provider: ProviderName,
	table: string,
	rows: IDataObject[],
): Promise<void> {
	await inTable(
		stage,
		`${table} (${provider})`,
		{ operation: 'insert', columns: { mappingMode: 'autoMapInputData', value: null } },
		rows,
	);
}

/** Does one operation of n8n's *Data Table* for each of the given rows, or once. */
export async function inTable(
	stage: Stage,
	table: string,
	operation: object,
	rows: IDataObject[] = [{}],
): Promise<IDataObject[]> {
	const node = (name: string, type: string, typeVersion: number, parameters: object) =>
		({ id: name, name, type, typeVersion, position: [0, 0], parameters }) as INode;
	const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const dataTableId = { __rl: true, mode: 'name', value: table };
	const jsCode = `return ${JSON.stringify(rows.map((json) => ({ json })))};`;
	const workflow = await stage.n8n.createWorkflow({
		name: 'Rows',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Items', 'n8n-nodes-base.code', 2, { jsCode }),
			node('Rows', 'n8n-nodes-base.dataTable', 1.1, { resource: 'row', dataTableId, ...operation }),
		],
		connections: { Start: link('Items'), Items: link('Rows') },
	});
	return await run(stage, workflow, 'Start', 'Rows');
}

/** Calls a published webhook node, and waits until the execution has ended. Returns the response. */
export async function callWebhook(
	stage: Stage,
	workflow: Workflow,
	name: string,
	body: object,
): Promise<unknown> {
	const before = await stage.n8n.executionCount(workflow.id);
	const { path } = nodeNamed(workflow, name).parameters;
	const { data } = await axios.post(`${stage.running.url}/webhook/${path}`, body);
	await until('the execution to end', async () => {
		const executions = await stage.n8n.executions(workflow.id);
		return executions.length > before && executions.every(({ stoppedAt }) => stoppedAt);
	});
	return data;
}

export function nodeNamed({ nodes }: WorkflowDraft, name: string): INode {
	return nodes.find((node) => node.name === name)!;
}

/** Changes a value of an Edit Fields node, such as *Settings*. */
export function assign({ nodes }: WorkflowDraft, field: string, value: unknown): void {
	const fields = nodes.flatMap(
		({ parameters }) => Object(parameters.assignments).assignments ?? [],
	);
	Object.assign(
		fields.find(({ name }) => name === field),
		{ value },
	);
}

export function idsOf(people: Array<{ id: string }>): string[] {
	return people.map(({ id }) => id);
}
