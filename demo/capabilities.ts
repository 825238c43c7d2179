/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { providers } from '../nodes/WhatsAppGroups/providers';
import { isOurs, reviewType, triggerType } from './examples';
import { n8nVersion, type N8nCommand } from './n8nInstall';
import type { WorkflowDraft } from './n8nTypes';
import { providerNames, type ProviderName } from './providers';

/** The providers that support every node of a workflow, except nodes that may fail. */
export function providersFor({ nodes }: WorkflowDraft): ProviderName[] {
	const required = nodes.filter((node) => isOurs(node) && !node.onError?.startsWith('continue'));
	return providerNames.filter((name) => required.every((node) => supports(name, node)));
}

function supports(name: ProviderName, { type, parameters }: INode): boolean {
	const provider = providers.find((one) => one.name === name)!;
	const { resource, operation, events = '', options } = parameters as Record<string, string>;
	if (type === triggerType) return provider.events.some((event) => events.includes(event));
	if (type === reviewType) return 'message.send' in provider.calls;
	const needsLinks = Object.hasOwn(Object(options), 'includeInviteLink');
	// Every provider that sends can also ask.
	const action = operation === 'sendAndWait' ? 'send' : operation;
	return [`${resource}.${action}`, ...(needsLinks ? ['inviteLink.get'] : [])].every(
		(key) => key in provider.calls,
	);
}

/** Whether an n8n has each of its own nodes that a workflow uses, in the workflow's version of it. */
export function hasNodesOf({ script }: N8nCommand, { nodes }: WorkflowDraft): boolean {
	const installed = installedNodes(script);
	const hasReviews = !n8nVersion.startsWith('1.');
	if (!hasReviews && nodes.some(({ type }) => type === reviewType)) return false;
	return nodes
		.filter((node) => !isOurs(node))
		.every(({ type, typeVersion }) => installed.has(`${type} ${typeVersion}`));
}

/** The types of n8n's own nodes, each with a version, such as “n8n-nodes-base.if 2.3”. */
function installedNodes(script: string): Set<string> {
	const folders = createRequire(script).resolve.paths('n8n')!;
	const found = new Set<string>();
	for (const library of ['n8n-nodes-base', '@n8n/n8n-nodes-langchain']) {
		const files = folders.map((folder) => join(folder, library, 'dist', 'types', 'nodes.json'));
		const types: Array<{ name: string; version: number | number[] }> = JSON.parse(
			readFileSync(files.find((file) => existsSync(file))!, 'utf8'),
		);
		for (const { name, version } of types) {
			for (const one of [version].flat()) found.add(`${library}.${name} ${one}`);
		}
	}
	return found;
}
