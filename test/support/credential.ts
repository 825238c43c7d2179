/** The “Test” of a credential in the editor: n8n runs its request in a node, and applies its rules. */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type IDataObject,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type INode,
	type INodeCredentialTestResult,
	type INodeType,
} from 'n8n-workflow';

import {
	additionalData,
	credentialReferences,
	credentialTypes,
	nodeTypes,
	start,
	withDefaults,
} from './n8n';

/** As n8n's `CredentialsTester` does. */
export async function testCredential(
	type: string,
	values: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const test = credentialTypes[type]?.test;
	if (!test) throw new Error(`${type} has no test`);
	const data = withDefaults(type, values);
	try {
		const output = await nodeMaking(test, type, data).runNode();
		const json = output?.[0]?.[0]?.json ?? {};
		const failed = test.rules?.find(
			(rule) =>
				rule.type === 'responseSuccessBody' &&
				valueAt(json, rule.properties.key) === rule.properties.value,
		);
		return failed
			? { status: 'Error', message: failed.properties.message }
			: { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const { cause, message } = error as Failure;
		if (!cause?.response) return { status: 'Error', message: cause?.code ?? message };
		const { status, statusText } = cause.response;
		const rule = test.rules?.find(
			(rule) => rule.type === 'responseCode' && rule.properties.value === status,
		);
		return { status: 'Error', message: rule?.properties.message ?? statusText };
	}
}

/** As lodash's `get` for paths such as `a.b`. */
function valueAt(json: IDataObject, path: string): unknown {
	return path.split('.').reduce((value: unknown, key) => Object(value)[key], json);
}

interface Failure extends Error {
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

function nodeMaking(
	{ request }: ICredentialTestRequest,
	type: string,
	data: ICredentialDataDecryptedObject,
): RoutingNode {
	const name = 'Temp-Node';
	const nodeType: INodeType = {
		description: {
			...start.description,
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
	const credentials = { [type]: data };
	const node: INode = {
		id: 'temp',
		name,
		type: start.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: credentialReferences(credentials),
	};
	const workflow = new Workflow({
		active: false,
		nodeTypes: { ...nodeTypes, getByNameAndVersion: () => nodeType },
		nodes: [node],
		connections: {},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData(credentials),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return new RoutingNode(context, nodeType, { id: type, name: type, type, data });
}
