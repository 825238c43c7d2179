import { providers } from '../nodes/WhatsAppGroups/providers';
import { providersFor } from './capabilities';
import { moreExamples, readWorkflow, triggerOf } from './examples';
import { needsNothingElse, type N8nNodes } from './n8nNodes';
import type { WorkflowDraft } from './n8nTypes';
import type { ProviderName } from './providers';
import { textToTry } from './tryOut';

export interface PlacedExample {
	draft: WorkflowDraft;
	provider: ProviderName;
	publish: boolean;
}

/**
 * Chooses a provider for each example, and the ones to publish: those that need nothing else, as long
 * as their number delivers to another webhook. Those with a message to try come first.
 */
export function placeExamples(nodes: N8nNodes): PlacedExample[] {
	// Each provider's own example is published, too.
	const free = new Map(
		providers.map(({ name, registration }) => [name, (registration?.capacity ?? 1) - 1]),
	);
	return moreExamples()
		.map(readWorkflow)
		.sort((a, b) => rank(a) - rank(b))
		.map((draft) => {
			const able = providersFor(draft);
			const publish = needsNothingElse(nodes, draft);
			if (!publish || !triggerOf(draft)) return { draft, provider: able[0]!, publish };
			const provider = able.reduce((a, b) => (free.get(b)! > free.get(a)! ? b : a));
			const places = free.get(provider)!;
			free.set(provider, places - 1);
			return { draft, provider, publish: places > 0 };
		});
}

/** Few providers support some examples, so these choose before the ones without a message to try. */
function rank(draft: WorkflowDraft): number {
	return textToTry(draft) ? 0 : providersFor(draft).length;
}
