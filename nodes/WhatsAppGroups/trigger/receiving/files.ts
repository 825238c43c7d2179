import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { GroupEvent } from '../../contract/events';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { mediaRequest } from '../../transport/mediaRequest';
import { withoutSecrets } from '../../transport/secrets';

/**
 * Events with the files of their messages, one after another, so that one file at a time is in
 * memory. A file that cannot be fetched is no reason to lose its event.
 */
export async function withFiles(
	webhook: IWebhookFunctions,
	provider: Provider,
	events: GroupEvent[],
	delivery: IDataObject,
	property: string,
): Promise<INodeExecutionData[]> {
	const account = await webhook.getCredentials(provider.credential).catch(() => undefined);
	const items: INodeExecutionData[] = [];
	for (const event of events) {
		try {
			items.push(await withFile(event));
		} catch (error) {
			items.push(jsonOnly(withError(event, error as Error, account ?? {})));
		}
	}
	return items;

	async function withFile(event: GroupEvent): Promise<INodeExecutionData> {
		if (event.message === undefined || provider.media === undefined) return jsonOnly(event);
		if (account === undefined) throw new Error('The credential could not be read');
		const request = mediaRequest(webhook, provider, account);
		const file = await provider.media(request, event, delivery);
		if (file === undefined) return jsonOnly(event);
		const { bytes, fileName, mimeType } = file;
		const binary = await webhook.helpers.prepareBinaryData(bytes, fileName, mimeType);
		return { ...jsonOnly(event), binary: { [property]: binary } };
	}
}

export function jsonOnly(event: GroupEvent): INodeExecutionData {
	return { json: event as unknown as IDataObject };
}

function withError(event: GroupEvent, { message: reason }: Error, account: Account): GroupEvent {
	const { message } = event;
	if (message === undefined) return event;
	// The query of an address may be what opens it.
	const error = withoutSecrets(reason.replace(/\?[^\s“”"]*/g, ''), account);
	return { ...event, message: { ...message, media: { ...message.media, error } } };
}
