import type { INode } from 'n8n-workflow';

import { WEBHOOK_PATH } from '../contract/webhooks';

/**
 * Returns the part of a webhook URL that identifies the node, as n8n builds it. Production and test URL
 * end with it. Nodes imported by the command line or the API may have no webhook ID.
 */
export function nodePath({ webhookId, name }: INode, workflowId: string | undefined): string {
	return webhookId === undefined
		? `${workflowId}/${encodeURIComponent(name.toLowerCase())}/${WEBHOOK_PATH}`
		: `${webhookId}/${WEBHOOK_PATH}`;
}
