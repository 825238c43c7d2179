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
	/** Creating a group returns a request ID instead of the group's ID (360dialog.md#q1). */
	asynchronousCreate: false,
	/** Reject addresses as the real service does, which excludes loopback addresses (360dialog.md#p7). */
	strictWebhookUrls: false,
};

export type Dialog360Settings = typeof defaultSettings;

/** The state of a number besides what Meta stores for it. */
export interface Number360 extends CloudNumber {
	settings: Dialog360Settings;
	webhook?: Required<Destination>;
	extras: { enabled: boolean; destinations: Extra[] };
}

/** A webhook besides the number's main one. */
export interface Extra extends Destination {
	name: string;
}
