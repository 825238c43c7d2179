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

/** The Meta app that the token belongs to. */
export const APP_ID = '670843887433847';

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
	/** Set in the app's dashboard. Meta verifies a new URL. */
	webhookUrl: '',
	verifyToken: account.verifyToken,
	appSecret: account.appSecret,
	/** Webhooks are about another number of the same app: an app has one URL for all its numbers. */
	reportAsOtherNumber: false,
	/** The webhook address of that other number, in place of the app's. */
	otherNumberOverride: '',
	/** The app's fields, separated by commas. Webhooks of other fields aren't sent (meta-groups.md#section-5). */
	webhookFields: [
		'messages',
		'group_lifecycle_update',
		'group_participants_update',
		'group_settings_update',
		'group_status_update',
	].join(','),
	/** Whether the app is subscribed to the account, without which its number can't be overridden. */
	appOnAccount: true,
};

export type MetaSettings = typeof defaultSettings;

export interface MetaNumber extends CloudNumber {
	settings: MetaSettings;
	/** The number's own webhook address, in place of the app's. */
	override?: string;
}
