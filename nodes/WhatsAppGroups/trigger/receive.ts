import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { providerNamed } from '../providers';
import type { Delivery, Provider } from '../providers/Provider';
import { isObject, listIn, textIn } from '../providers/values';
import { refusalOf, sameText } from './authenticity';
import { withoutDuplicates } from './duplicates';
import { passes } from './filters';
import { registeredSecret } from './registration';

/** One delivery: prove it, unfold it, filter it, drop what was there before; the rest starts a run. */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = providerNamed(webhook.getNodeParameter('provider') as string);
	if (provider === undefined) return refuse(webhook, 401, 'no provider is chosen');
	if (webhook.getWebhookName() === 'setup') return await answerChallenge(webhook, provider);
	const delivery = deliveryOf(webhook);

	const refusal = await refusalFor(webhook, provider, delivery);
	if (refusal !== undefined) return refuse(webhook, 401, refusal);
	if (!isObject(webhook.getBodyData())) return refuse(webhook, 400, 'the body is no JSON object');

	const filters = {
		events: webhook.getNodeParameter('events', []) as string[],
		groups: listIn(webhook.getNodeParameter('groups', [])).map(
			(id) => provider.plainGroupId?.(id) ?? id,
		),
	};
	const wanted = provider.readEvents(delivery.body).filter((event) => passes(event, filters));
	const { id: workflow } = webhook.getWorkflow();
	const trigger = `${workflow}:${webhook.getNode().id}:${webhook.getMode()}`;
	const fresh = withoutDuplicates(wanted, trigger, webhook.getWorkflowStaticData('node'));

	const webhookResponse = { success: true };
	if (fresh.length === 0) return { webhookResponse };
	return {
		webhookResponse,
		workflowData: [webhook.helpers.returnJsonArray(fresh as unknown as IDataObject[])],
	};
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
	return refusalOf(provider, delivery, query, secret, account);
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
	status: 400 | 401,
	reason: string,
): IWebhookResponseData {
	webhook.logger.warn(
		`“${webhook.getNode().name}” refused a webhook call with ${status}: ${reason}`,
	);
	webhook
		.getResponseObject()
		.status(status)
		.json({ success: false, message: status === 401 ? 'Unauthorized' : reason });
	return { noWebhookResponse: true };
}
