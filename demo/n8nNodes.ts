/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import { isOurs, reviewType, triggerOf } from './examples';
import { n8nVersion, type N8nCommand } from './n8nInstall';
import type { WorkflowDraft } from './n8nTypes';

/** The descriptions of the nodes that an n8n brings, by type and version, such as “n8n-nodes-base.if 2.3”. */
export type N8nNodes = Map<string, INodeTypeDescription>;

export function nodesOf({ script }: N8nCommand): N8nNodes {
	const folders = createRequire(script).resolve.paths('n8n')!;
	const found: N8nNodes = new Map();
	for (const library of ['n8n-nodes-base', '@n8n/n8n-nodes-langchain']) {
		const files = folders.map((folder) => join(folder, library, 'dist', 'types', 'nodes.json'));
		const file = files.find((one) => existsSync(one))!;
		const types: INodeTypeDescription[] = JSON.parse(readFileSync(file, 'utf8'));
		for (const type of types) {
			for (const version of [type.version].flat()) {
				found.set(`${library}.${type.name} ${version}`, type);
			}
		}
	}
	return found;
}

/** Whether n8n has each node of a workflow in the workflow's version of it. */
export function hasNodesOf(n8n: N8nNodes, { nodes }: WorkflowDraft): boolean {
	const hasReviews = !n8nVersion.startsWith('1.');
	if (!hasReviews && nodes.some(({ type }) => type === reviewType)) return false;
	return nodes.every((node) => isOurs(node) || n8n.has(keyOf(node)));
}

/** Whether a workflow can be published with a WhatsApp credential alone: nothing else is missing. */
export function needsNothingElse(n8n: N8nNodes, draft: WorkflowDraft): boolean {
	if (!hasNodesOf(n8n, draft)) return false;
	const others = draft.nodes.filter((node) => !isOurs(node));
	const starts = triggerOf(draft) !== undefined || others.some(startsByItself);
	return starts && others.every((node) => isComplete(node, n8n.get(keyOf(node))!));
}

const keyOf = ({ type, typeVersion }: INode) => `${type} ${typeVersion}`;

function startsByItself({ type }: INode): boolean {
	return /\.(webhook|formTrigger|scheduleTrigger)$/.test(type);
}

/** Neither a credential nor the workflow to call has to be chosen. */
function isComplete(node: INode, type: INodeTypeDescription): boolean {
	const { workflowId } = node.parameters;
	if (workflowId !== undefined && !Object(workflowId).value) return false;
	const values = NodeHelpers.getNodeParameters(
		...([type.properties, node.parameters, true, false, node, type] as const),
	);
	return (type.credentials ?? []).every(
		(credential) =>
			!credential.required || !NodeHelpers.displayParameter(values!, credential, node, type),
	);
}
