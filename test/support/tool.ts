/** Gives the action node to an agent as its tool, as n8n-core does, and lets a “model” call it. */
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { additionalData, credentialReferences, start, type CredentialValues } from './n8n';

interface Tool {
	name: string;
	description: string;
	schema: { shape: Record<string, { description?: string }> };
	invoke(args: IDataObject): Promise<string>;
}

export interface ToolCall {
	/** What the model is told of the tool. */
	name: string;
	description: string;
	/** Descriptions of its arguments. */
	arguments: Record<string, string | undefined>;
	/** What the model gets back. */
	answer?: string;
	error?: string;
}

/** Stands for the agent: it calls its one tool with the arguments of the item. */
const agent: INodeType = {
	description: {
		...start.description,
		name: 'agent',
		inputs: ['main', { type: 'ai_tool', displayName: 'Tool' }],
	},
	async execute() {
		const [tool] = (await this.getInputConnectionData('ai_tool', 0)) as Tool[];
		const { name, description, schema } = tool;
		const shape = Object.entries(schema.shape).map(([key, type]) => [key, type.description]);
		const call: ToolCall = { name, description, arguments: Object.fromEntries(shape) };
		try {
			call.answer = await tool.invoke(this.getInputData()[0].json);
		} catch (error) {
			call.error = (error as Error).message;
		}
		return [[{ json: call as unknown as IDataObject }]];
	},
};

/** n8n's server makes this variant of every node that is usable as a tool. */
function toolVariant(): INodeType {
	const node = new WhatsAppGroups();
	Object.assign(node.description, { name: 'whatsAppGroupsTool', inputs: [], outputs: ['ai_tool'] });
	return node;
}

const types: Record<string, INodeType> = { start, agent, whatsAppGroupsTool: toolVariant() };

const nodeTypes: INodeTypes = {
	getByName: (name) => types[name],
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
	getKnownTypes: () => ({}),
};

/** @param settings of the tool node, such as n8n's “Retry On Fail” and “On Error” */
export async function callTool(
	parameters: INodeParameters,
	credentials: CredentialValues,
	args: IDataObject,
	settings: Partial<INode> = {},
): Promise<ToolCall> {
	const nodes = [
		nodeOf('Start', 'start'),
		nodeOf('Agent', 'agent'),
		{
			...nodeOf('Send to the crew', 'whatsAppGroupsTool', parameters),
			credentials: credentialReferences(credentials),
			...settings,
		},
	];
	const workflow = new Workflow({
		...{ id: 'wf', name: 'wf', active: false, nodeTypes, nodes },
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			'Send to the crew': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	const main = [[{ json: args }]];
	const stack = [{ node: workflow.getNode('Start') as INode, data: { main }, source: null }];
	const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } } as never);
	const engine = new WorkflowExecute(additionalData(credentials), 'manual', data);
	const { resultData } = (await engine.processRunExecutionData(workflow)).data;
	if (resultData.error) throw resultData.error;
	return resultData.runData.Agent[0].data?.main[0]?.[0].json as unknown as ToolCall;
}

function nodeOf(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
