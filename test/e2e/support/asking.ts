/** A run that asks a group and waits, in a real n8n. */
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { actionType, withCredential } from '../../../demo/examples';
import type { ProviderName } from '../../../demo/providers';
import { until } from '../../../demo/until';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import type { Group, Message } from '../../../sandbox/world/model';
import { firstOf } from '../../support/firstOf';
import { byId } from './actions';
import { ana, type Stage } from './stage';
import { ben } from './story';

export interface Asked {
	/** Its ID. */
	workflow: string;
	execution: string;
	group: Group;
	question: Message;
	/** What the node gave when the run had ended. */
	result(): Promise<IDataObject[]>;
}

/** Start → Ask → After, unless `change` changes that. *Monthly* is there so that it can be published. */
export async function ask(
	stage: Stage,
	provider: ProviderName,
	parameters: INode['parameters'] = {},
	change: (draft: WorkflowDraft) => void = () => {},
): Promise<Asked> {
	const group = await stage
		.at(provider)
		.createGroup({ subject: 'Launch crew', participants: [ana, ben] });
	const asking = { resource: 'message', operation: 'sendAndWait', group: byId(group.id) };
	const draft: WorkflowDraft = {
		name: 'Ask',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Monthly', 'n8n-nodes-base.scheduleTrigger', {
				rule: { interval: [{ field: 'months' }] },
			}),
			node('Ask', actionType, { provider, ...asking, message: 'Deploy now?', ...parameters }),
			node('After', 'n8n-nodes-base.noOp', {}),
		],
		connections: { Start: to('Ask'), Monthly: to('Ask'), Ask: to('After') },
		settings: { executionOrder: 'v1' },
	};
	change(draft);
	const credential = await stage.credential(provider);
	const { id } = await stage.n8n.createWorkflow(withCredential(draft, credential));
	const execution = await stage.n8n.run(id, 'Start');
	const question = await until('the question in the group', async () => {
		return (await stage.at(provider).group(group.id)).messages[0];
	});
	return {
		workflow: id,
		execution,
		group,
		question,
		result: async () => await resultOf(stage, execution),
	};
}

export function node(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** The connections of a node, by output. */
export const to = (...names: string[]) => ({
	main: names.map((name) => [{ node: name, type: 'main' as const, index: 0 }]),
});

/** What *After* got when the run had ended. */
export async function resultOf(stage: Stage, execution: string): Promise<IDataObject[]> {
	// n8n also stores an end for a run that waits.
	const after = await until(
		'the run to go on',
		async () => {
			const { data } = await stage.n8n.finishedExecution(execution);
			expect(data.resultData.error).toBeUndefined();
			return data.resultData.runData.After;
		},
		{ seconds: 90 },
	);
	return (firstOf(after).data?.main?.[0] ?? []).map(({ json }) => json);
}

export const linkIn = ({ text }: Message) => /https?:\/\/\S+/.exec(text)?.[0] ?? '';
export const http = axios.create({ validateStatus: () => true });
export const press = async (link: string, answer: 'yes' | 'no') =>
	await http.post(link, new URLSearchParams({ answer }));

/** Once n8n has stored the run, the page is there. */
export const page = async (link: string) =>
	await until('the page of the link', async () => {
		const response = await http.get(link);
		return response.status === 200 && response;
	});

export const said = async (stage: Stage, provider: ProviderName, { id }: Pick<Group, 'id'>) =>
	(await stage.at(provider).group(id)).messages.map(({ text }) => text);
