/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { projectFolder } from './folders';
import type { Credential, Workflow, WorkflowDraft } from './n8nTypes';
import { providerNames, providers, type ProviderName } from './providers';

export const actionType = 'n8n-nodes-whatsapp-groups.whatsAppGroups';
/** n8n makes it of the action node. */
export const toolType = `${actionType}Tool`;
/** n8n 2 also makes a human review of it. */
export const reviewType = `${actionType}HitlTool`;
export const triggerType = 'n8n-nodes-whatsapp-groups.whatsAppGroupsTrigger';

const examplesFolder = join(projectFolder, 'examples');
const firstExample = 'answer-in-group';

/** The example that answers a message: one file for each provider. */
export function readExample(provider: ProviderName): WorkflowDraft {
	return readWorkflow(`${firstExample}.${provider}`);
}

/** The other examples: one file each, for every provider that supports it. */
export function moreExamples(): string[] {
	return exampleFiles().filter((name) => !name.includes('.'));
}

/** The providers for which an example has a file of its own, such as `check-my-number.oneMsg`. */
export function providersWithFile(name: string): ProviderName[] {
	const files = exampleFiles();
	return providerNames.filter((provider) => files.includes(`${name}.${provider}`));
}

function exampleFiles(): string[] {
	const files = readdirSync(examplesFolder).map((file) => file.replace(/\.json$/, ''));
	return files.sort();
}

export function readWorkflow(name: string): WorkflowDraft {
	return JSON.parse(readFileSync(join(examplesFolder, `${name}.json`), 'utf8'));
}

/** The workflow with another provider chosen in each of our nodes. */
export function onProvider(draft: WorkflowDraft, provider: ProviderName): WorkflowDraft {
	const nodes = draft.nodes.map((node) =>
		isOurs(node) ? { ...node, parameters: { ...node.parameters, provider } } : node,
	);
	return { ...draft, nodes };
}

/** Adds what the editor adds on import: the chosen credential, and an address for each trigger. */
export function withCredential(draft: WorkflowDraft, credential: Credential): WorkflowDraft {
	const { id, name, type } = credential;
	const nodes = draft.nodes.map((node) => {
		const hasAddress = node.type === triggerType || node.webhookId;
		const placed = hasAddress ? { ...node, webhookId: randomUUID() as string } : node;
		return isOurs(node) ? { ...placed, credentials: { [type]: { id, name } } } : placed;
	});
	return { ...draft, nodes };
}

export function isOurs({ type }: INode): boolean {
	return [actionType, toolType, reviewType, triggerType].includes(type);
}

/** Also that of a package for one provider. */
export function triggerOf(workflow: WorkflowDraft): INode | undefined {
	return workflow.nodes.find(({ type }) => /^n8n-nodes-whatsapp-groups.*Trigger$/.test(type));
}

/** The address at which a published workflow receives deliveries. */
export function productionUrl(n8nUrl: string, workflow: Workflow): string {
	return `${n8nUrl}/webhook/${triggerOf(workflow)?.webhookId}/whatsapp-groups`;
}

/** A credential for an account of the sandbox. Webhooks set by hand use the webhook secret. */
export function sandboxCredential(
	provider: ProviderName,
	account: Record<string, string>,
	webhookSecret: string,
): Omit<Credential, 'id'> {
	const { label, credentialType } = providers[provider];
	const data = { ...account, webhookSecret };
	return { name: `${label} (sandbox)`, type: credentialType, data };
}
