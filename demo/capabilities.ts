import type { INode } from 'n8n-workflow';
import { providers } from '../nodes/WhatsAppGroups/providers';
import { isOurs, reviewType, triggerType } from './examples';
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
