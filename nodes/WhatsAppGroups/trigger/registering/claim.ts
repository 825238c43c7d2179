import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../contract/webhooks';
import { isIdle, isSame, listed, sameAddress, sameTrigger } from './addresses';
import { endpointFor, newSecret } from '../proof';
import type { Channel } from './channel';
import { planRegistration, type OnOccupied } from './plan';
import { registeredIn, remember, type Registered } from '../memory';
import { isLoan, statusSwitch, withLoanOf } from './statusSwitch';
import { leave, withdraw } from './release';

/** How often to write a list that others keep overwriting. */
const MAX_WRITES = 3;

/** Registers our address with a new secret. What fails half-way is undone. */
export async function enter(hook: IHookFunctions, channel: Channel, url: string): Promise<void> {
	const staticData = hook.getWorkflowStaticData('node');
	const secret = newSecret();
	const registered: Registered = {
		provider: channel.provider.name,
		url,
		secret,
		displaced: [],
	};
	await write(hook, channel, registered, registeredIn(staticData)).catch(async (error) => {
		// n8n need not keep anything of an activation that failed: who else would know what we changed?
		if (registeredIn(staticData)?.secret === secret) {
			await leave(hook, channel.provider, registered, async () => {
				await withdraw(hook, channel, registered);
			});
		}
		throw error;
	});
}

/** Writes until our address stands there: once, but where another's write can swallow ours. */
async function write(
	hook: IHookFunctions,
	channel: Channel,
	registered: Registered,
	earlier: Registered | undefined,
): Promise<void> {
	const { registration, request } = channel;
	const mine = endpointFor(channel.provider, registered.url, registered.secret);
	const onOccupied = hook.getNodeParameter('onOccupied', 'fail') as OnOccupied;
	const wantsStatuses = (hook.getNodeParameter('events', []) as string[]).includes(
		'message.status',
	);
	// While the editor listens, the production address stays; one that an editor left does not.
	const isListening = hook.getActivationMode() === 'manual';
	const isEarlier = ({ url }: Endpoint) => earlier !== undefined && sameAddress(url, earlier.url);
	const isOurs = (endpoint: Endpoint) =>
		sameAddress(endpoint.url, mine.url) ||
		isEarlier(endpoint) ||
		(!isListening && sameTrigger(endpoint.url, mine.url)) ||
		isIdle(endpoint, mine);

	for (let writes = 0; ; writes++) {
		const standing = await registration.read(request);
		if (standing.endpoints.some((endpoint) => isSame(endpoint, mine))) return;
		if (writes === MAX_WRITES) throw swallowed(hook, channel);

		const capacity = standing.capacity ?? registration.capacity;
		const found = withLoanOf(earlier, standing);
		const entry = { ...mine, borrowsStatuses: wantsStatuses && isLoan(found) };
		const plan = planRegistration(standing.endpoints, {
			mine: entry,
			isOurs,
			onOccupied,
			capacity,
		});
		if ('occupiedBy' in plan) throw occupied(hook, channel, plan.occupiedBy, capacity);

		const { endpoints, displaced } = plan;
		const owed = standing.endpoints.some(isEarlier) ? earlier?.displaced : [];
		registered.displaced = distinct([...registered.displaced, ...(owed ?? []), ...displaced]);
		registered.borrowsStatuses = entry.borrowsStatuses;
		remember(hook.getWorkflowStaticData('node'), { ...registered });
		const statusEvents = statusSwitch(found, endpoints);
		await registration.write(request, { endpoints, statusEvents });
		if (!registration.canLoseWrites) return;
	}
}

function distinct(endpoints: Endpoint[]): Endpoint[] {
	const isFirst = ({ url }: Endpoint, at: number) =>
		endpoints.findIndex((other) => sameAddress(other.url, url)) === at;
	return endpoints.filter(isFirst);
}

function occupied(
	hook: IHookFunctions,
	{ provider: { displayName } }: Channel,
	occupiedBy: Endpoint[],
	capacity: number,
): Error {
	const beside = occupiedBy.length < capacity;
	return new NodeOperationError(
		hook.getNode(),
		`${displayName} already delivers this number's webhooks to ${listed(occupiedBy)}`,
		{
			description: `Set “If Another Webhook Is Set” to “Replace It” to take its place until this workflow is deactivated${
				beside ? ', or to “Add Beside It” to deliver to both' : ''
			}.`,
		},
	);
}

function swallowed(hook: IHookFunctions, { provider: { displayName } }: Channel): Error {
	return new NodeOperationError(
		hook.getNode(),
		`Something else keeps changing the webhooks of ${displayName} at the same time`,
		{
			description: `Our address was written ${MAX_WRITES} times, and each time it was gone after. Activate the workflow again when the other program is done.`,
		},
	);
}
