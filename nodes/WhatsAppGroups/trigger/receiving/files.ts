import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { GroupEvent } from '../../contract/events';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { mediaRequest } from '../../transport/mediaRequest';
import { withoutSecrets } from '../../transport/secrets';
import { plainFileName } from './plainFileName';

/** For all files of a delivery together, in ms. */
const DEADLINE_MS = 30_000;

/** Files downloaded at the same time. Each is in memory, and may have 100 MB. */
const PARALLEL = 4;

/**
 * Returns the events with the files of their messages. If a file can't be downloaded within the
 * deadline, its event has the reason in `message.media.error` instead.
 */
export async function withFiles(
	webhook: IWebhookFunctions,
	provider: Provider,
	events: GroupEvent[],
	delivery: IDataObject,
	property: string,
): Promise<INodeExecutionData[]> {
	const account = await webhook.getCredentials(provider.credential).catch(() => undefined);
	const deadline = AbortSignal.timeout(DEADLINE_MS);
	const expired = rejectionAt(deadline);
	const items = events.map(jsonOnly);
	const remaining = events.entries();
	const downloadNext = async () => {
		for (const [index, event] of remaining) items[index] = await itemOf(event);
	};
	await Promise.all(Array.from({ length: PARALLEL }, downloadNext));
	return items;

	async function itemOf(event: GroupEvent): Promise<INodeExecutionData> {
		try {
			return await Promise.race([withFile(event), expired]);
		} catch (error) {
			return jsonOnly(withError(event, error as Error, account ?? {}));
		}
	}

	async function withFile(event: GroupEvent): Promise<INodeExecutionData> {
		if (event.message === undefined || provider.media === undefined) return jsonOnly(event);
		if (account === undefined) throw new Error("The credential couldn't be read");
		const request = mediaRequest(webhook, provider, account, deadline);
		const file = await provider.media(request, event, delivery);
		if (file === undefined) return jsonOnly(event);
		const { bytes, fileName, mimeType } = file;
		const name = plainFileName(fileName);
		const binary = await webhook.helpers.prepareBinaryData(bytes, name, mimeType);
		return { ...jsonOnly(event), binary: { [property]: binary } };
	}
}

export function jsonOnly(event: GroupEvent): INodeExecutionData {
	return { json: event as unknown as IDataObject };
}

async function rejectionAt(deadline: AbortSignal): Promise<never> {
	return await new Promise((_resolve, reject) => {
		deadline.addEventListener('abort', () =>
			reject(new Error(`The file wasn't downloaded within ${DEADLINE_MS / 1000} seconds`)),
		);
	});
}

function withError(event: GroupEvent, { message: reason }: Error, account: Account): GroupEvent {
	const { message } = event;
	if (message === undefined) return event;
	const error = withoutSecrets(reason, account);
	return { ...event, message: { ...message, media: { ...message.media, error } } };
}
