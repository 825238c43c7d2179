import type { INode } from 'n8n-workflow';
import { triggerOf } from '../../../demo/examples';
import type { WorkflowDraft } from '../../../demo/n8nTypes';

/** The workflow with one more node between its trigger and what follows. */
export function afterTrigger<W extends WorkflowDraft>(workflow: W, node: INode): W {
	const trigger = triggerOf(workflow)!.name;
	const connections = {
		...workflow.connections,
		[trigger]: { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] },
		[node.name]: workflow.connections[trigger]!,
	};
	return { ...workflow, nodes: [...workflow.nodes, node], connections };
}
