/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- a fake key that opens nothing but the sandbox */
import type { Destination } from '../../deliveries';
import type { World } from '../../world';
import type { Sender } from '../cloudApi/webhooks';

export const account = { apiKey: 'sandbox-360dialog-key' };

export const sender: Sender = {
	wabaId: '102290129340398',
	phoneNumberId: '106540352242922',
	phoneNumber: '15550001111',
};

export const defaultSettings = {
	answerNext: null,
	/** Create answers a request id instead of the group's id (360dialog Q1). */
	asynchronousCreate: false,
	redeliveryBaseMs: 1000,
	/** Refuse what the real service refuses and a loopback address needs (360dialog P7). */
	strictWebhookUrls: false,
	/** Messages are accepted and then fail with 131047. */
	windowClosed: false,
	/** Group operations are answered with 131208; the real budget is not published. */
	tooManyGroupOperations: false,
};

export type Dialog360Settings = typeof defaultSettings;

/** What a number has stored besides its groups. */
export interface Number360 {
	world: World;
	settings: Dialog360Settings;
	webhook?: Required<Destination>;
}
