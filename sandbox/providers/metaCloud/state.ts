import { type CloudNumber, cloudSettings } from '../cloudApi/state';
import type { Sender } from '../cloudApi/webhooks';

/** Fake keys that open nothing but the sandbox. */
export const account = {
	accessToken: 'sandbox-meta-access-token',
	phoneNumberId: '106540352242955',
	businessAccountId: '102290129340355',
	appSecret: 'sandbox-meta-app-secret',
	verifyToken: 'sandbox-meta-verify-token',
};

export const sender: Sender = {
	wabaId: account.businessAccountId,
	phoneNumberId: account.phoneNumberId,
	phoneNumber: '15550001111',
};

/** Another number of the app. */
export const otherSender: Sender = {
	...sender,
	phoneNumberId: '106540352242966',
	phoneNumber: '15550001112',
};

export const defaultSettings = {
	...cloudSettings,
	/** What the owner of the app enters in its dashboard; setting the URL has Meta verify it. */
	webhookUrl: '',
	verifyToken: account.verifyToken,
	appSecret: account.appSecret,
	/** Webhooks are about another number of the same app: an app has one URL for all its numbers. */
	reportAsOtherNumber: false,
};

export type MetaSettings = typeof defaultSettings;

export interface MetaNumber extends CloudNumber {
	settings: MetaSettings;
}
