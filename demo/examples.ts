/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { projectFolder } from './folders';
import type { Credential, Workflow, WorkflowDraft } from './n8nTypes';
import { providers, type ProviderName } from './providers';

export const actionType = 'n8n-nodes-whatsapp-groups.whatsAppGroups';
export const triggerType = 'n8n-nodes-whatsapp-groups.whatsAppGroupsTrigger';

export async function readExample(provider: ProviderName): Promise<WorkflowDraft> {
	const file = join(projectFolder, 'examples', `answer-in-group.${provider}.json`);
	return JSON.parse(await readFile(file, 'utf8'));
}

/** What the editor adds on import: the chosen credential, and an address for each trigger. */
export function withCredential(draft: WorkflowDraft, credential: Credential): WorkflowDraft {
	const { id, name, type } = credential;
	const nodes = draft.nodes.map((node) => {
		if (![actionType, triggerType].includes(node.type)) return node;
		const webhookId = node.type === triggerType ? randomUUID() : undefined;
		return { ...node, webhookId, credentials: { [type]: { id, name } } };
	});
	return { ...draft, nodes };
}

export function triggerOf(workflow: WorkflowDraft): INode | undefined {
	return workflow.nodes.find(({ type }) => type === triggerType);
}

/** Where a provider delivers for an active workflow. */
export function productionUrl(n8nUrl: string, workflow: Workflow): string {
	return `${n8nUrl}/webhook/${triggerOf(workflow)?.webhookId}/whatsapp-groups`;
}

/** A credential for an account of the sandbox. The webhook secret counts where webhooks are set by hand. */
export function sandboxCredential(
	provider: ProviderName,
	account: Record<string, string>,
	webhookSecret: string,
): Omit<Credential, 'id'> {
	const { label, credentialType } = providers[provider];
	const data = { ...account, webhookSecret };
	return { name: `${label} (sandbox)`, type: credentialType, data };
}
