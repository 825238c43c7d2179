import type { IWebhookDescription } from 'n8n-workflow';

/** n8n resumes a waiting execution with these. The path ends with the ID of the node. */
export const waitingWebhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map(
	(httpMethod) => ({
		name: 'default',
		httpMethod,
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
		responseMode: 'onReceived',
		responseData: '',
	}),
);
