/** Gives the action node to an agent as its tool, as n8n-core does, and lets a “model” call it. */
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type EngineRequest,
	type EngineResponse,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { firstOf } from './firstOf';
import { additionalData, credentialReferences, start, type CredentialValues } from './n8n';

interface Tool {
	name: string;
	description: string;
	schema: { shape: Record<string, { description?: string }> };
	invoke(args: IDataObject): Promise<string>;
}

export interface ToolCall {
	/** The tool's description that the model gets. */
	name: string;
	description: string;
	/** Descriptions of its arguments. */
	arguments: Record<string, string | undefined>;
	/** The tool's answer to the model. */
	answer?: string;
	error?: string;
}

/** The name of the tool's node. */
const TOOL = 'Send to the crew';

/** In place of an agent that calls its one tool itself, with the arguments of all items at the same time. */
const invokingAgent: INodeType = {
	description: {
		...start.description,
		name: 'invokingAgent',
		inputs: ['main', { type: 'ai_tool', displayName: 'Tool' }],
	},
	async execute() {
		const tool = firstOf((await this.getInputConnectionData('ai_tool', 0)) as Tool[]);
		const { name, description, schema } = tool;
		const shape = Object.entries(schema.shape).map(([key, type]) => [key, type!.description]);
		const received = { name, description, arguments: Object.fromEntries(shape) };
		const calls = this.getInputData().map(async ({ json }) => {
			const answer = await tool.invoke(json).then(
				(answer) => ({ answer }),
				({ message: error }: Error) => ({ error }),
			);
			return { json: { ...received, ...answer } };
		});
		return [await Promise.all(calls)];
	},
};

/** In place of an agent of version 3, which has n8n's engine run its tool and is then resumed. */
const requestingAgent: INodeType = {
	description: { ...invokingAgent.description, name: 'requestingAgent' },
	async execute(response?: EngineResponse) {
		const items = this.getInputData();
		if (response?.actionResponses.length !== items.length) return requestOf(items);
		const answers = response.actionResponses.map(({ data }) => data.data?.ai_tool?.[0]);
		return [answers.map((answer) => ({ json: { answer: JSON.stringify(answer) } }))];
	},
};

function requestOf(items: INodeExecutionData[]): EngineRequest {
	const actions = items.map(({ json: input }, itemIndex) => ({
		...{ actionType: 'ExecutionNodeAction' as const, nodeName: TOOL, type: 'ai_tool' as const },
		...{ id: `call-${itemIndex}`, input, metadata: { itemIndex } },
	}));
	return { actions, metadata: {} };
}

/** n8n's server creates this variant of every node that is usable as a tool. */
function toolVariant(): INodeType {
	const node = new WhatsAppGroups();
	Object.assign(node.description, { name: 'whatsAppGroupsTool', inputs: [], outputs: ['ai_tool'] });
	return node;
}

const agents = { invoked: invokingAgent, requested: requestingAgent };

/** How a tool is run: the agent invokes it, or requests it from n8n's engine. */
export type Way = keyof typeof agents;

const types: Record<string, INodeType> = {
	...{ start, invokingAgent, requestingAgent },
	whatsAppGroupsTool: toolVariant(),
};

const nodeTypes: INodeTypes = {
	getByName: (name) => types[name]!,
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name]!, version),
	getKnownTypes: () => ({}),
};

/**
 * Makes one call for each entry of `args`, all at the same time.
 *
 * @param settings of the tool node, such as n8n's “Retry On Fail” and “On Error”
 */
export async function callTools(
	parameters: INodeParameters,
	credentials: CredentialValues,
	args: IDataObject[],
	settings: Partial<INode> = {},
	way: Way = 'invoked',
): Promise<ToolCall[]> {
	const nodes = [
		nodeOf('Start', 'start'),
		nodeOf('Agent', agents[way].description.name),
		{
			...nodeOf(TOOL, 'whatsAppGroupsTool', parameters),
			credentials: credentialReferences(credentials),
			...settings,
		},
	];
	const workflow = new Workflow({
		...{ id: 'wf', name: 'wf', active: false, nodeTypes, nodes },
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	const main = [args.map((json) => ({ json }))];
	const stack = [{ node: workflow.getNode('Start') as INode, data: { main }, source: null }];
	const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } } as never);
	const engine = new WorkflowExecute(additionalData(credentials), 'manual', data);
	const { resultData } = (await engine.processRunExecutionData(workflow)).data;
	if (resultData.error) throw resultData.error;
	const [runs = []] = resultData.runData.Agent?.[0]?.data?.main ?? [];
	return (runs ?? []).map(({ json }) => json as unknown as ToolCall);
}

/** Makes one call of the tool, as an agent that invokes it. */
export async function callTool(
	parameters: INodeParameters,
	credentials: CredentialValues,
	args: IDataObject,
): Promise<ToolCall> {
	return firstOf(await callTools(parameters, credentials, [args]));
}

function nodeOf(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
