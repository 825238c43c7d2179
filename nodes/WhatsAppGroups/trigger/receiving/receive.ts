import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { providerNamed } from '../../providers';
import type { GroupEvent } from '../../contract/events';
import type { Provider } from '../../contract/Provider';
import type { Delivery } from '../../contract/webhooks';
import { isObject, objectIn, textIn } from '../../contract/values';
import { refusalOf, sameText } from '../proof';
import { isTooDeep } from './depth';
import { withoutDuplicates } from './duplicates';
import { filtersOf, passes } from './filters';
import { jsonOnly, withFiles } from './files';
import { registeredSecret } from '../memory';

const ACCEPTED = { success: true };

/**
 * One webhook call. Never throws: n8n would start a failed run for whoever calls. What is our own
 * fault, such as a credential that is gone, is answered so that the provider delivers again.
 */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await received(webhook);
	} catch (error) {
		return refuse(webhook, 503, (error as Error).message);
	}
}

/** Prove it, unfold it, filter it, drop what was there before, fetch files; the rest starts a run. */
async function received(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = providerNamed(webhook.getNodeParameter('provider') as string);
	if (provider === undefined) return refuse(webhook, 401, 'no provider is chosen');
	if (webhook.getWebhookName() === 'setup') return await answerChallenge(webhook, provider);
	const delivery = deliveryOf(webhook);
	const options = objectIn(webhook.getNodeParameter('options', {}));

	const requireSignature = options.requireSignature === true;
	const refusal = await refusalFor(webhook, provider, delivery, requireSignature);
	if (refusal !== undefined) return refuse(webhook, 401, refusal);
	if (!isObject(delivery.body)) return refuse(webhook, 400, 'the body is no JSON object');
	if (isTooDeep(delivery.body)) return refuse(webhook, 400, 'the body is nested too deeply');

	const filters = filtersOf((name, absent) => webhook.getNodeParameter(name, absent), provider);
	const wanted = provider.readEvents(delivery.body).filter((event) => passes(event, filters));
	const fresh = options.dedupe === false ? wanted : newOnes(webhook, wanted);
	if (fresh.length === 0) return { webhookResponse: ACCEPTED };

	const events = fresh.map((event) =>
		options.includeRaw === true ? { raw: delivery.body, ...event } : event,
	);
	if (options.downloadMedia !== true) {
		return { webhookResponse: ACCEPTED, workflowData: [events.map(jsonOnly)] };
	}
	// Answered first: providers wait some seconds only, and a file may take longer.
	webhook.getResponseObject().status(200).json(ACCEPTED);
	const property = textIn(options.binaryPropertyName) ?? 'data';
	const items = await withFiles(webhook, provider, events, delivery.body, property);
	return { noWebhookResponse: true, workflowData: [items] };
}

function deliveryOf(webhook: IWebhookFunctions): Delivery {
	const { rawBody } = webhook.getRequestObject() as unknown as { rawBody?: Buffer };
	return {
		body: webhook.getBodyData(),
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

/** Without the events that this trigger has seen before. Those of the editor's tests count apart. */
function newOnes(webhook: IWebhookFunctions, events: GroupEvent[]): GroupEvent[] {
	const trigger = `${webhook.getWorkflow().id}:${webhook.getNode().id}:${webhook.getMode()}`;
	return withoutDuplicates(events, trigger, webhook.getWorkflowStaticData('node'));
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

/** Answers for real: n8n would send what `webhook()` returns with status 200. */
function refuse(
	webhook: IWebhookFunctions,
	status: 400 | 401 | 503,
	reason: string,
): IWebhookResponseData {
	webhook.logger.warn(
		`“${webhook.getNode().name}” refused a webhook call with ${status}: ${reason}`,
	);
	const messages = { 400: reason, 401: 'Unauthorized', 503: 'Try again later' };
	webhook.getResponseObject().status(status).json({ success: false, message: messages[status] });
	return { noWebhookResponse: true };
}
