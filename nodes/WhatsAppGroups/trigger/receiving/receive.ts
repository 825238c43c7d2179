import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { providerNamed } from '../../providers';
import type { GroupEvent } from '../../contract/events';
import type { Provider } from '../../contract/Provider';
import type { Delivery } from '../../contract/webhooks';
import { isObject, objectIn, textIn } from '../../contract/values';
import { refusalOf, sameText } from '../proof';
import { isAccepted } from './accepted';
import { withoutDuplicates } from './duplicates';
import { excessOf } from './excess';
import { filtersOf, passes } from './filters';
import { jsonOnly, withFiles } from './files';
import { jsonIn } from './json';
import { registeredSecret } from '../memory';

const ACCEPTED = { success: true };

/** How long files may take before the provider is answered, in ms. 360dialog waits 5 seconds. */
const ANSWER_WITHIN_MS = 3000;

/**
 * Handles one webhook request. Never throws: n8n would start a failed execution for whoever calls.
 * A fault on our side, such as a deleted credential, is answered so that the provider delivers again.
 */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await received(webhook);
	} catch (error) {
		return refuse(webhook, 503, (error as Error).message);
	}
}

/** Verifies the delivery, reads its events, drops unwanted and repeated ones, and downloads files. */
async function received(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = providerNamed(webhook.getNodeParameter('provider') as string);
	if (provider === undefined) return refuse(webhook, 401, 'no provider is selected');
	if (webhook.getWebhookName() === 'setup') return await answerChallenge(webhook, provider);
	const delivery = deliveryOf(webhook);
	const options = objectIn(webhook.getNodeParameter('options', {}));

	const requireSignature = options.requireSignature === true;
	const refusal = await refusalFor(webhook, provider, delivery, requireSignature);
	if (refusal !== undefined) return refuse(webhook, 401, refusal);
	const excess = excessOf(delivery.rawBody);
	if (excess !== undefined) return refuse(webhook, 400, excess);
	const body = jsonIn(delivery);
	if (!isObject(body)) return refuse(webhook, 400, "the body isn't a JSON object");

	const filters = filtersOf((name, absent) => webhook.getNodeParameter(name, absent), provider);
	const wanted = provider.readEvents(body).filter((event) => passes(event, filters));
	const fresh = options.dedupe === false ? wanted : await newOnes(webhook, wanted);
	if (fresh.length === 0) return { webhookResponse: ACCEPTED };

	const events = fresh.map((event) =>
		options.includeRaw === true ? { raw: body, ...event } : event,
	);
	if (options.downloadMedia !== true) {
		return { webhookResponse: ACCEPTED, workflowData: [events.map(jsonOnly)] };
	}
	const property = textIn(options.binaryPropertyName) ?? 'data';
	const items = withFiles(webhook, provider, events, body, property);
	const early = await Promise.race([items, sleep(ANSWER_WITHIN_MS)]);
	// n8n answers once it has created the execution, so a delivery that fails there comes again.
	if (early) return { webhookResponse: ACCEPTED, workflowData: [early] };
	webhook.getResponseObject().status(200).json(ACCEPTED);
	return { noWebhookResponse: true, workflowData: [await items] };
}

function deliveryOf(webhook: IWebhookFunctions): Delivery {
	// n8n adds the raw body to Express's request; a multipart form has none.
	const { rawBody } = webhook.getRequestObject() as unknown as { rawBody?: Buffer };
	return {
		rawBody: rawBody ?? Buffer.alloc(0),
		headers: webhook.getHeaderData() as Delivery['headers'],
	};
}

async function refusalFor(
	webhook: IWebhookFunctions,
	provider: Provider,
	delivery: Delivery,
	requireSignature: boolean,
): Promise<string | undefined> {
	const byHand =
		provider.registration === undefined ||
		webhook.getNodeParameter('registration', 'automatic') === 'manual';
	// Reading a credential costs a query: only where something in it is needed.
	const account =
		byHand || provider.verifySignature ? await webhook.getCredentials(provider.credential) : {};
	const secret = byHand
		? textIn(account.webhookSecret)?.trim()
		: registeredSecret(webhook.getWorkflowStaticData('node'));
	const query = webhook.getQueryData() as Record<string, unknown>;
	return refusalOf(provider, delivery, query, secret, account, requireSignature);
}

/** Drops the events that this trigger has seen. The editor's test events count separately. */
async function newOnes(webhook: IWebhookFunctions, events: GroupEvent[]): Promise<GroupEvent[]> {
	const trigger = `${webhook.getWorkflow().id}:${webhook.getNode().id}:${webhook.getMode()}`;
	return await withoutDuplicates(events, trigger, isAccepted(webhook.getResponseObject()));
}

/** Some providers ask by a GET whether the address is ours, and want their own word back. */
async function answerChallenge(
	webhook: IWebhookFunctions,
	provider: Provider,
): Promise<IWebhookResponseData> {
	const expected = provider.verifyToken?.(await webhook.getCredentials(provider.credential));
	const query = webhook.getQueryData() as Record<string, unknown>;
	const { 'hub.verify_token': given, 'hub.challenge': challenge } = query;
	const known = typeof expected === 'string' && expected !== '' && typeof given === 'string';
	if (!known || !sameText(given, expected)) {
		return refuse(webhook, 401, 'the verify token is missing or wrong');
	}
	webhook.getResponseObject().status(200).type('text/plain').send(String(challenge));
	return { noWebhookResponse: true };
}

/** Sends the response itself: n8n would send what `webhook()` returns with status 200. */
function refuse(
	webhook: IWebhookFunctions,
	status: 400 | 401 | 503,
	reason: string,
): IWebhookResponseData {
	webhook.logger.warn(
		`“${webhook.getNode().name}” rejected a webhook request (${status}): ${reason}`,
	);
	// Strangers don't learn why. A builder who listens in the editor does.
	const unauthorized = webhook.getMode() === 'manual' ? `Unauthorized: ${reason}` : 'Unauthorized';
	const message = { 400: reason, 401: unauthorized, 503: 'Try again later' }[status];
	webhook.getResponseObject().status(status).json({ success: false, message });
	return { noWebhookResponse: true };
}
