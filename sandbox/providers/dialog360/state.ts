/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- a fake key that opens nothing but the sandbox */
import type { Destination } from '../../server/deliveries';
import { type CloudNumber, cloudSettings } from '../cloudApi/state';
import type { Sender } from '../cloudApi/webhooks';

export const account = { apiKey: 'sandbox-360dialog-key' };

export const sender: Sender = {
	wabaId: '102290129340398',
	phoneNumberId: '106540352242922',
	phoneNumber: '15550001111',
};

export const defaultSettings = {
	...cloudSettings,
	/** Create answers a request id instead of the group's id (360dialog.md#q1). */
	asynchronousCreate: false,
	/** Refuse what the real service refuses and a loopback address needs (360dialog.md#p7). */
	strictWebhookUrls: false,
};

export type Dialog360Settings = typeof defaultSettings;

/** What a number has stored besides what Meta stores for it. */
export interface Number360 extends CloudNumber {
	settings: Dialog360Settings;
	webhook?: Required<Destination>;
	extras: { enabled: boolean; destinations: Extra[] };
}

/** A webhook besides the number's main one. */
export interface Extra extends Destination {
	name: string;
}
