import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { dropOldest } from '../contract/dropOldest';

type Context = Pick<
	IHookFunctions | IWebhookFunctions,
	'getMode' | 'getNode' | 'getWorkflow' | 'getWorkflowStaticData'
>;

/** `undefined` for a value that was removed. */
interface Change {
	value: string | object | undefined;
	/** Unix time in ms. */
	at: number;
}

/** Longer than a delivery or publishing takes, in ms. */
const RECENT_MS = 60_000;

/** Nodes remembered in this process. */
const REMEMBERED = 1000;

/** The last change of each value by this process, by node. */
const changes = new Map<string, Map<'claim' | 'questions', Change>>();

/** Identifies a node, separately for an editor that listens, which has static data of its own. */
export function nodeKey(context: Context): string {
	return `${context.getWorkflow().id}:${context.getNode().id}:${context.getMode() === 'manual'}`;
}

/**
 * Changes or removes a value in the node's static data. n8n loads static data when a delivery arrives or
 * publishing begins, and saves all of it at the end. So this also repeats what the process has just
 * changed elsewhere, or the older copy would overwrite it.
 */
export function change(
	context: Context,
	name: 'claim' | 'questions',
	value: string | object | undefined,
): void {
	const key = nodeKey(context);
	const known = changes.get(key) ?? new Map<typeof name, Change>();
	changes.delete(key);
	changes.set(key, known.set(name, { value, at: Date.now() }));
	dropOldest(changes, REMEMBERED);
	const staticData = context.getWorkflowStaticData('node');
	for (const [changed, { value: latest, at }] of known) {
		if (at < Date.now() - RECENT_MS) continue;
		if (latest === undefined) delete staticData[changed];
		else staticData[changed] = latest;
	}
}
