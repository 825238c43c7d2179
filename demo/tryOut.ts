import { actionType, triggerOf } from './examples';
import type { WorkflowDraft } from './n8nTypes';

/** A message that a workflow answers: its pinned sample, or the first word of its trigger's filters. */
export function textToTry(draft: WorkflowDraft): string | undefined {
	const trigger = triggerOf(draft);
	const { events, filters } = Object(trigger?.parameters);
	const writes = draft.nodes.some(({ type }) => type === actionType);
	if (!writes || !events?.includes('message.received')) return undefined;
	const pinned = Object(draft.pinData?.[trigger!.name]?.[0]?.json.message);
	const words = `${filters?.keywords ?? ''},${filters?.commands ?? ''}`.split(/[,\n]/);
	return pinned.text ?? words.map((word) => word.trim()).find(Boolean);
}
