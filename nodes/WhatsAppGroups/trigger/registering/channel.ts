import { sleep, type IHookFunctions } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../contract/errors';
import type { ProviderRequest } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { trimmedIn } from '../../contract/values';
import type { RegisteredWebhooks, Registration } from '../../contract/webhooks';
import { signedRequest } from '../../transport/request';
import { fingerprint } from '../memory';
import { debtsOf, type Debts } from './debts';
import { oneAtATime } from './oneAtATime';

/** The number or channel of a credential, whose webhooks can be set by API. */
export interface Channel {
	provider: Provider;
	registration: Registration;
	request: ProviderRequest;
	/** Fingerprint of the number or channel. */
	account: string;
	/** Encrypts others' webhooks in static data. */
	key: string;
	debts: Debts;
}

/** Runs `task` with the channel while no other workflow of this n8n instance changes it. */
export async function withChannel<Result>(
	hook: IHookFunctions,
	provider: Provider,
	registration: Registration,
	task: (channel: Channel) => Promise<Result>,
): Promise<Result> {
	const credential = await hook.getCredentials(provider.credential);
	const account = fingerprint(`${provider.name} ${registration.accountName(credential)}`);
	const request = signedRequest(hook, provider, credential);
	const key = trimmedIn(credential[registration.keyField]) ?? '';
	return await oneAtATime(
		account,
		async () =>
			await task({ provider, registration, request, account, key, debts: debtsOf(account) }),
	);
}

/** Pauses before a write is retried, in ms. Both fit between n8n's own attempts to publish. */
const PAUSES_MS = [300, 1500];

/**
 * Writes what should be registered. Writes are idempotent, so one with an unknown outcome, or one that
 * stopped halfway, is retried. One that the provider rejects isn't.
 */
export async function write(
	channel: Channel,
	change: Partial<RegisteredWebhooks>,
	[pause, ...pauses]: number[] = PAUSES_MS,
): Promise<void> {
	const { registration, request } = channel;
	await registration.write(request, change).catch(async (error) => {
		if (pause === undefined || isRefusal(error)) throw error;
		await sleep(pause);
		await write(channel, change, pauses);
	});
}

/** Returns whether the provider would reject the same call again. */
export function isRefusal(error: unknown): boolean {
	if (error instanceof FieldError) return true;
	const status = error instanceof ProviderError ? error.httpStatus : undefined;
	return status !== undefined && status >= 400 && status < 500 && status !== 429;
}
