/** Runs the action node through n8n's own engine: Start → WhatsApp Groups. */
import { LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type IWorkflowSettings,
} from 'n8n-workflow';

import { searchGroups } from '../../nodes/WhatsAppGroups/editor/groups';
import { additionalData, credentialReferences, nodeTypes, type CredentialValues } from './n8n';

export interface Run {
	/** Items of each output. The second is the error output, if it is switched on. */
	outputs: INodeExecutionData[][];
	items: INodeExecutionData[];
	json: IDataObject[];
	/** The error that stopped the run. */
	error?: Error & { description?: string; context?: IDataObject };
}

interface NodeUnderTest {
	parameters: INodeParameters;
	credentials: CredentialValues;
	onError?: INode['onError'];
	/** Of n8n's “Retry On Fail”. */
	tries?: number;
}

export interface Input {
	input?: IDataObject[];
	/** Files of each item. */
	binary?: IBinaryKeyData;
	/** Settings of the workflow, such as its binary mode. */
	settings?: IWorkflowSettings;
	/** Cancels the run when it resolves. */
	cancelled?: Promise<unknown>;
}

export async function runAction({
	input = [{}],
	binary,
	settings,
	cancelled,
	...node
}: NodeUnderTest & Input): Promise<Run> {
	const workflow = new Workflow({
		id: 'wf',
		name: 'wf',
		active: false,
		nodeTypes,
		nodes: [nodeOf('Start', 'start', {}), actionNode(node)],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', ...settings },
	});
	const first = workflow.getNode('Start') as INode;
	const main = [input.map((json) => ({ json, binary }))];
	const data = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: first, data: { main }, source: null }] },
	} as never);
	const engine = new WorkflowExecute(additionalData(node.credentials), 'manual', data);
	const running = engine.processRunExecutionData(workflow);
	void cancelled?.then(() => running.cancel());
	const { resultData } = (await running).data;
	const outputs = (resultData.runData.Node?.[0]?.data?.main ?? []).map((items) => items ?? []);
	const [items = []] = outputs;
	return {
		outputs,
		items,
		json: items.map(({ json }) => json),
		error: resultData.error as Run['error'],
	};
}

/** The list behind “From List” of the group field. */
export async function listGroups(
	node: NodeUnderTest,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchGroups.call(editorContext(node), filter, paginationToken);
}

/** The context in which n8n's editor calls the node's menus. */
export function editorContext(node: NodeUnderTest): LoadOptionsContext {
	const nodes = [actionNode(node)];
	const workflow = new Workflow({ id: 'wf', active: false, nodeTypes, nodes, connections: {} });
	return new LoadOptionsContext(
		workflow,
		workflow.getNode('Node') as INode,
		additionalData(node.credentials),
		'',
	);
}

function actionNode({ parameters, credentials, onError, tries }: NodeUnderTest): INode {
	return {
		...nodeOf('Node', 'whatsAppGroups', parameters),
		credentials: credentialReferences(credentials),
		onError,
		...(tries ? { retryOnFail: true, maxTries: tries, waitBetweenTries: 1 } : {}),
	};
}

function nodeOf(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
