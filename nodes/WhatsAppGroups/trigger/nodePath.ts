import type { INode } from 'n8n-workflow';

/** The `path` of the trigger's webhooks, the last part of every address that n8n gives it. */
export const WEBHOOK_PATH = 'whatsapp-groups';

/**
 * The part of a webhook address that names the node, as n8n builds it: production and test address
 * end with it. Nodes imported by the command line or by API may have no webhook ID.
 */
export function nodePath({ webhookId, name }: INode, workflowId: string | undefined): string {
	return webhookId === undefined
		? `${workflowId}/${encodeURIComponent(name.toLowerCase())}/${WEBHOOK_PATH}`
		: `${webhookId}/${WEBHOOK_PATH}`;
}
