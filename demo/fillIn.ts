import type { IPinData } from 'n8n-workflow';
import type { Group } from '../sandbox/world/model';
import { isOurs, triggerOf } from './examples';
import type { Workflow, WorkflowDraft } from './n8nTypes';

/** The names of groups in a workflow's settings: in fields such as *group* and *teamGroup*. */
export function groupNamesIn({ nodes }: WorkflowDraft): string[] {
	const fields: Array<{ name: string; value: unknown }> = nodes.flatMap(
		({ parameters }) => Object(parameters.assignments).assignments ?? [],
	);
	return fields
		.filter(({ name }) => /group$/i.test(name))
		.map(({ value }) => String(value))
		.filter((name) => name && !name.startsWith('='));
}

/** Chooses a group wherever somebody has to choose one. By name, because its ID is new at each start. */
export function withGroup(draft: WorkflowDraft, { subject }: Group): WorkflowDraft {
	const group = { __rl: true, mode: 'name', value: subject };
	const nodes = draft.nodes.map((node) => {
		const { mode, value } = Object(node.parameters.group);
		const isOpen = isOurs(node) && mode === 'list' && !value;
		return isOpen ? { ...node, parameters: { ...node.parameters, group } } : node;
	});
	return { ...draft, nodes };
}

/** The groups whose events start a workflow. None for all groups. */
export function groupIdsIn(workflow: WorkflowDraft): string[] {
	const { groups } = Object(triggerOf(workflow)?.parameters);
	return Array.isArray(groups) ? groups : [];
}

/** Replaces the groups of a trigger that has some: those of an earlier start don't exist anymore. */
export function movedTo({ id }: Group, workflow: Workflow): Workflow {
	if (groupIdsIn(workflow).length === 0) return workflow;
	const trigger = triggerOf(workflow);
	const nodes = workflow.nodes.map((node) =>
		node === trigger ? { ...node, parameters: { ...node.parameters, groups: [id] } } : node,
	);
	return { ...workflow, nodes };
}

/** The pinned events of a workflow, as if they had happened in a group. */
export function pinnedIn({ id }: Group, { pinData = {} }: WorkflowDraft): IPinData {
	const entries = Object.entries(pinData).map(([node, items]) => [
		node,
		items.map(({ json, ...rest }) => {
			const isEvent = json.event !== undefined && json.groupId !== undefined;
			return { ...rest, json: isEvent ? { ...json, groupId: id } : json };
		}),
	]);
	return Object.fromEntries(entries);
}
