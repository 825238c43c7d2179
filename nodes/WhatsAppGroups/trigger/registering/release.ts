import type { IHookFunctions } from 'n8n-workflow';

import { providerNamed } from '../../providers';
import type { Provider } from '../../contract/Provider';
import { idle, listed, sameAddress, shown } from './addresses';
import { withChannel, type Channel } from './channel';
import { planRemoval } from './plan';
import { forget, registeredIn, remember, type Registered } from '../memory';
import { statusSwitch, withLoanOf } from './statusSwitch';

/** Takes our address out again. Never fails, as n8n would not go on deactivating. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	const registered = registeredIn(hook.getWorkflowStaticData('node'));
	const provider = providerNamed(registered?.provider ?? '');
	if (registered === undefined || provider?.registration === undefined) return true;
	const { registration } = provider;
	await leave(hook, provider, registered, async () => {
		await withChannel(hook, provider, registration, async (channel) => {
			await withdraw(hook, channel, registered);
		});
	});
	return true;
}

/** Forgets the registration once `work` has undone it; else the log says what was left behind. */
export async function leave(
	hook: IHookFunctions,
	{ displayName }: Provider,
	registered: Registered,
	work: () => Promise<void>,
): Promise<void> {
	const staticData = hook.getWorkflowStaticData('node');
	try {
		await work();
		forget(staticData);
	} catch (error) {
		remember(staticData, { ...registered, leftBehind: true });
		const { url, displaced } = registered;
		const owed = displaced.length > 0 ? `, and not to ${listed(displaced)} again` : '';
		hook.logger.warn(
			`${displayName} may still deliver to ${shown(url)}${owed}: ${(error as Error).message}. Activate and deactivate the workflow to have it tried once more, or set the webhook at ${displayName} yourself.`,
		);
	}
}

/** Leaves the channel as it was found, as far as ours still stands there. */
export async function withdraw(
	hook: IHookFunctions,
	{ provider: { displayName }, registration, request }: Channel,
	registered: Registered,
): Promise<void> {
	const { url, displaced } = registered;
	const standing = await registration.read(request);
	const stands = standing.endpoints.some((endpoint) => sameAddress(endpoint.url, url));
	const capacity = standing.capacity ?? registration.capacity;
	// Where ours is gone, others have settled since: nothing is put back among them.
	const { endpoints, homeless } = planRemoval(
		standing.endpoints,
		url,
		displaced,
		stands ? capacity : 0,
	);
	const isStuck = stands && endpoints.length === 0 && !registration.canClear;
	const statusEvents = statusSwitch(withLoanOf(registered, standing), endpoints);
	const kept = isStuck ? [idle(url)] : endpoints;
	const write = stands ? kept : undefined;
	if (write !== undefined || statusEvents !== undefined) {
		await registration.write(request, { endpoints: write, statusEvents });
	}

	if (isStuck) {
		hook.logger.warn(
			`${displayName} still has ${shown(url)} as its webhook: it cannot be left without one. Set another, or leave it: it is answered with 404.`,
		);
	}
	if (homeless.length > 0) {
		hook.logger.warn(
			`${displayName} did not get ${listed(homeless)} back as a webhook, as others have taken the place since. Set it there yourself if it is still wanted.`,
		);
	}
}
