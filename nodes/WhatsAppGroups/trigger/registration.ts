import { NodeOperationError, type IDataObject, type IHookFunctions } from 'n8n-workflow';

import { providerNamed } from '../providers';
import type { Endpoint, Provider, ProviderRequest, Registration } from '../providers/Provider';
import { nodeErrorOf } from '../transport/nodeErrors';
import { signedRequest } from '../transport/request';
import { sameAddress, shown } from './addresses';
import { endpointFor, newSecret } from './authenticity';
import { planRegistration, planRemoval, type OnOccupied } from './occupation';

/** What a registration leaves in the node's static data, and deactivation needs. */
interface Registered {
	url: string;
	secret: string;
	displaced: Endpoint[];
	/** The switch for statuses as it was found, where we turned it on. */
	statusEventsBefore?: boolean;
}

/** The secret that this node's deliveries carry, where it registered itself. */
export function registeredSecret(staticData: IDataObject): string | undefined {
	return (staticData.registered as Registered | undefined)?.secret;
}

/** Whether our address stands at the provider with the secret we know, as after a restart of n8n. */
export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	const { registration, provider, request, url, staticData } = await setUp(hook);
	const secret = registeredSecret(staticData);
	if (registration === undefined || secret === undefined) return false;
	const mine = endpointFor(provider, url, secret);
	const { endpoints } = await orNodeError(hook, registration.read(request));
	return endpoints.some((endpoint) => isSame(endpoint, mine));
}

export async function register(hook: IHookFunctions): Promise<boolean> {
	const { registration, provider, request, url, staticData } = await setUp(hook);
	if (registration === undefined) {
		checkManualSetup(hook, provider, request, url);
		return true;
	}
	const secret = newSecret();
	const mine = endpointFor(provider, url, secret);
	const standing = await orNodeError(hook, registration.read(request));
	const onOccupied = hook.getNodeParameter('onOccupied', 'fail') as OnOccupied;
	const plan = planRegistration(standing.endpoints, mine, onOccupied, registration.capacity);
	if ('occupiedBy' in plan) throw occupied(hook, provider, registration, plan.occupiedBy);

	const wantsStatuses =
		standing.statusEvents === false &&
		(hook.getNodeParameter('events', []) as string[]).includes('message.status');
	const { endpoints, displaced } = plan;
	const statusEvents = wantsStatuses ? true : undefined;
	await orNodeError(hook, registration.write(request, { endpoints, statusEvents }));
	staticData.registered = {
		url,
		secret,
		displaced,
		...(wantsStatuses ? { statusEventsBefore: false } : {}),
	} as unknown as IDataObject;
	return true;
}

/** Takes our address out again. Never blocks: a provider that cannot be reached is reported. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	const { registration, provider, request, staticData } = await setUp(hook);
	const registered = staticData.registered as Registered | undefined;
	delete staticData.registered;
	if (registration === undefined || registered === undefined) return true;
	try {
		const { endpoints: standing } = await registration.read(request);
		if (!standing.some(({ url }) => sameAddress(url, registered.url))) return true;
		const { url, displaced, statusEventsBefore: statusEvents } = registered;
		const endpoints = planRemoval(standing, url, displaced, registration.capacity);
		if (endpoints.length === 0 && !registration.canClear) {
			hook.logger.warn(
				`${provider.displayName} still has ${shown(url)} as its webhook: it cannot be left without one. Set another, or leave it: it is answered with 404.`,
			);
			return true;
		}
		await registration.write(request, { endpoints, statusEvents });
	} catch (error) {
		hook.logger.warn(
			`${provider.displayName} may still have ${shown(registered.url)} as a webhook: ${(error as Error).message}`,
		);
	}
	return true;
}

async function setUp(hook: IHookFunctions) {
	const provider = providerNamed(hook.getNodeParameter('provider') as string);
	const url = hook.getNodeWebhookUrl('default');
	if (provider === undefined || url === undefined) {
		throw new NodeOperationError(hook.getNode(), 'Choose a provider from the list');
	}
	const byHand = hook.getNodeParameter('registration', 'automatic') === 'manual';
	const account = await hook.getCredentials(provider.credential);
	return {
		provider,
		url,
		request: signedRequest(hook, provider, account),
		registration: byHand ? undefined : provider.registration,
		staticData: hook.getWorkflowStaticData('node'),
	};
}

function isSame(standing: Endpoint, mine: Endpoint): boolean {
	const wanted = Object.entries(mine.headers ?? {});
	return (
		standing.url === mine.url && wanted.every(([name, value]) => standing.headers?.[name] === value)
	);
}

/** Set by hand, the address needs what proves deliveries to be known before the first one. */
function checkManualSetup(
	hook: IHookFunctions,
	{ displayName, manualSetup, manualFields }: Provider,
	{ account }: ProviderRequest,
	url: string,
): void {
	const missing = Object.entries(manualFields)
		.filter(([field]) => String(account[field] ?? '').trim() === '')
		.map(([, label]) => `“${label}”`);
	if (missing.length === 0) return;
	throw new NodeOperationError(
		hook.getNode(),
		`The credential has no ${missing.join(' and no ')}`,
		{
			description: `Webhooks of ${displayName} that are set by hand are proved genuine by it. Open the credential and fill it in. ${manualSetup} The Production URL is ${url}`,
		},
	);
}

function occupied(
	hook: IHookFunctions,
	provider: Provider,
	{ capacity }: Registration,
	occupiedBy: Endpoint[],
): Error {
	const urls = occupiedBy.map(({ url }) => shown(url)).join(', ');
	const beside = capacity > 1 && occupiedBy.length < capacity;
	return new NodeOperationError(
		hook.getNode(),
		`${provider.displayName} already delivers this number's webhooks to ${urls}`,
		{
			description: `Set “If Another Webhook Is Set” to “Replace It” to take its place until this workflow is deactivated${
				beside ? ', or to “Add Beside It” to deliver to both' : ''
			}.`,
		},
	);
}

async function orNodeError<Result>(hook: IHookFunctions, work: Promise<Result>): Promise<Result> {
	return await work.catch((error) => {
		throw nodeErrorOf(error, hook.getNode());
	});
}
