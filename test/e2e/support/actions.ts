import type { IDataObject, INode } from 'n8n-workflow';
import { actionType, withCredential } from '../../../demo/examples';
import type { Credential, Execution } from '../../../demo/n8nTypes';
import type { ProviderName } from '../../../demo/providers';
import type { Stage } from './stage';

/** Runs actions one after another, as the editor's button does. Returns the items of each. */
export async function runInARow(
	stage: Stage,
	provider: ProviderName,
	actions: Record<string, INode['parameters']>,
): Promise<Record<string, IDataObject[]>> {
	const credential = await stage.credential(provider);
	const { runData, error } = await resultOf(stage, provider, credential, actions);
	expect(error).toBeUndefined();
	const results = Object.keys(actions).map((name) => {
		const items = runData[name]?.[0]?.data?.main?.[0] ?? [];
		return [name, items.map(({ json }) => json)];
	});
	return Object.fromEntries(results);
}

/** The outcome of such a run, successful or not. */
export async function resultOf(
	stage: Stage,
	provider: ProviderName,
	credential: Credential,
	actions: Record<string, INode['parameters']>,
): Promise<Execution['data']['resultData']> {
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', {}),
		...Object.entries(actions).map(([name, parameters]) =>
			node(name, actionType, { provider, ...parameters }),
		),
	];
	const draft = { name: 'Actions in a row', nodes, connections: inARow(nodes) };
	const { id } = await stage.n8n.createWorkflow(withCredential(draft, credential));
	const execution = await stage.n8n.finishedExecution(await stage.n8n.run(id, 'Start'));
	return execution.data.resultData;
}

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

function node(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function inARow(chain: INode[]) {
	const links = chain.slice(1).map(({ name }, index) => {
		return [chain[index]!.name, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }];
	});
	return Object.fromEntries(links);
}
