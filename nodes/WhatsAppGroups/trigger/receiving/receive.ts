import {
	sleep,
	type IDataObject,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { providerNamed } from '../../providers';
import type { GroupEvent } from '../../contract/events';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Delivery } from '../../contract/webhooks';
import { isObject, objectIn, parsedJson, textIn } from '../../contract/values';
import { digestOf, ownSecret, rejectionReason, sameText, webhookSecret } from '../proof';
import { isAccepted } from '../../transport/accepted';
import { withoutAnswers } from './answers';
import { withoutDuplicates } from './duplicates';
import { excessOf } from './excessOf';
import { filtersOf, passes } from './filters';
import { isForNumber } from './isForNumber';
import { jsonOnly, withFiles } from './files';
import { withGroupNames } from './withGroupNames';
import { textOf } from './textOf';
import { withExactIds } from './withExactIds';
import { claimMadeHere } from '../memory';
import { nodePath } from '../nodePath';

const ACCEPTED = { success: true };

/** How long lookups and files may delay the response, in ms. 360dialog waits 5 seconds. */
const ANSWER_WITHIN_MS = 3000;

/**
 * Handles one webhook request. Never throws, because n8n would then start a failed execution, even for a
 * forged request. For a fault on our side, such as a deleted credential, the provider delivers again.
 */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await received(webhook);
	} catch (error) {
		return reject(webhook, 503, (error as Error).message);
	}
}

/** Verifies the delivery, reads its events, drops unwanted and repeated ones, and downloads files. */
async function received(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = providerNamed(webhook.getNodeParameter('provider') as string);
	if (provider === undefined) return reject(webhook, 401, 'no provider is selected');
	if (webhook.getWebhookName() === 'setup') return await answerChallenge(webhook, provider);
	const delivery = deliveryOf(webhook);
	const options = objectIn(webhook.getNodeParameter('options', {}));

	const requireSignature = options.requireSignature === true;
	const account = await webhook.getCredentials(provider.credential);
	const rejection = rejectionFor(webhook, provider, delivery, account, requireSignature);
	if (rejection !== undefined) return reject(webhook, 401, rejection);
	const text = textOf(delivery);
	const excess = excessOf(text);
	if (excess !== undefined) return reject(webhook, 400, excess);
	const body = parsedJson(withExactIds(text));
	if (!isObject(body)) return reject(webhook, 400, "the body isn't a JSON object");

	const filters = filtersOf((name, absent) => webhook.getNodeParameter(name, absent), provider);
	const own = provider.ownNumber?.(account) ?? { id: null, phone: null };
	const events = provider.readEvents(body).filter((event) => isForNumber(event, own));
	const storedBefore = webhook.getWorkflowStaticData('node').questions;
	const others = await withoutAnswers(webhook, provider, account, body, events);
	// n8n loses changes of static data if it sends the response and starts an execution.
	const mustRespond = webhook.getWorkflowStaticData('node').questions !== storedBefore;
	const wanted = others.filter((event) => passes(event, filters));
	const fresh = options.dedupe === false ? wanted : await newOnes(webhook, wanted);
	if (fresh.length === 0) return { webhookResponse: ACCEPTED };

	const shown = fresh.map((event) =>
		options.includeRaw === true ? { raw: body, ...event } : event,
	);
	const items = lookedUp(webhook, provider, shown, body, options);
	const needsTime = options.downloadMedia === true || options.addGroupName === true;
	const limit = needsTime ? [sleep(ANSWER_WITHIN_MS)] : [];
	const early = mustRespond ? undefined : await Promise.race([items, ...limit]);
	// n8n responds after it has created the execution. If that fails, the provider delivers again.
	if (early) return { webhookResponse: ACCEPTED, workflowData: [early] };
	webhook.getResponseObject().status(200).json(ACCEPTED);
	return { noWebhookResponse: true, workflowData: [await items] };
}

/** Adds what must be requested from the provider: names of groups, and files. */
async function lookedUp(
	webhook: IWebhookFunctions,
	provider: Provider,
	events: GroupEvent[],
	body: IDataObject,
	{ addGroupName, downloadMedia, binaryPropertyName }: IDataObject,
): Promise<INodeExecutionData[]> {
	const named = addGroupName === true ? await withGroupNames(webhook, provider, events) : events;
	if (downloadMedia !== true) return named.map(jsonOnly);
	return await withFiles(webhook, provider, named, body, textIn(binaryPropertyName) ?? 'data');
}

function deliveryOf(webhook: IWebhookFunctions): Delivery {
	// n8n adds the raw body to Express's request; a multipart form has none.
	const { rawBody } = webhook.getRequestObject() as unknown as { rawBody?: Buffer };
	return {
		rawBody: rawBody ?? Buffer.alloc(0),
		headers: webhook.getHeaderData() as Delivery['headers'],
	};
}

function rejectionFor(
	webhook: IWebhookFunctions,
	provider: Provider,
	delivery: Delivery,
	account: Account,
	requireSignature: boolean,
): string | undefined {
	const digests = acceptedDigests(webhook, provider, account);
	const query = webhook.getQueryData() as Record<string, unknown>;
	return rejectionReason(provider, delivery, query, digests, account, requireSignature);
}

/** Returns the digests of the node's present secret, and of the registered one if the credential has changed. */
function acceptedDigests(
	webhook: IWebhookFunctions,
	provider: Provider,
	account: Account,
): string[] {
	const byHand = webhook.getNodeParameter('registration', 'automatic') === 'manual';
	const path = nodePath(webhook.getNode(), webhook.getWorkflow().id);
	const secret = byHand ? ownSecret(account) : webhookSecret(provider, account, path);
	const claimed = byHand ? undefined : claimMadeHere(webhook);
	const registered = claimed?.nodePath === path ? claimed.secretDigest : undefined;
	return [secret && digestOf(secret), registered].filter((digest) => digest !== undefined);
}

/** Drops the events that this trigger has seen. The editor's test events count separately. */
async function newOnes(webhook: IWebhookFunctions, events: GroupEvent[]): Promise<GroupEvent[]> {
	const trigger = `${webhook.getWorkflow().id}:${webhook.getNode().id}:${webhook.getMode()}`;
	return await withoutDuplicates(events, trigger, isAccepted(webhook.getResponseObject()));
}

/** Some providers send a GET to check that the address is ours, and expect their challenge back. */
async function answerChallenge(
	webhook: IWebhookFunctions,
	provider: Provider,
): Promise<IWebhookResponseData> {
	const expected = provider.verifyToken?.(await webhook.getCredentials(provider.credential));
	const query = webhook.getQueryData() as Record<string, unknown>;
	const { 'hub.verify_token': given, 'hub.challenge': challenge } = query;
	const fault = faultOfToken(given, expected);
	// The reason helps the person who sets the webhook by hand, and reveals no secret.
	if (fault !== undefined) return reject(webhook, 401, fault, true);
	if (typeof challenge !== 'string') return reject(webhook, 400, 'the challenge is missing');
	webhook.getResponseObject().status(200).type('text/plain').send(challenge);
	return { noWebhookResponse: true };
}

function faultOfToken(given: unknown, expected: string | undefined): string | undefined {
	if (!expected) return 'the credential has no verify token';
	if (typeof given !== 'string' || given === '') return 'the verify token is missing';
	return sameText(given, expected) ? undefined : "the verify token doesn't match the credential's";
}

/** Sends the response itself: n8n would send what `webhook()` returns with status 200. */
function reject(
	webhook: IWebhookFunctions,
	status: 400 | 401 | 503,
	reason: string,
	mayShow = false,
): IWebhookResponseData {
	webhook.logger.warn(
		`“${webhook.getNode().name}” rejected a webhook request (${status}): ${reason}`,
	);
	// Only shows the reason to a builder who listens in the editor.
	const isShown = mayShow || webhook.getMode() === 'manual';
	const unauthorized = isShown ? `Unauthorized: ${reason}` : 'Unauthorized';
	const message = { 400: reason, 401: unauthorized, 503: 'Try again later' }[status];
	webhook.getResponseObject().status(status).json({ success: false, message });
	return { noWebhookResponse: true };
}
