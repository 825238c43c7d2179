import { ProviderError } from '../contract/errors';
import type { Call, ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { isHarmless } from '../transport/outcome';

/**
 * Does the work of one item. If anything fails after a call had an effect, the outcome is unknown, so
 * that the item is not tried again from the start.
 */
export async function neverRepeated<Result>(
	{ displayName }: Provider,
	request: ProviderRequest,
	work: (request: ProviderRequest) => Promise<Result>,
): Promise<Result> {
	let tookEffect = false;
	const watched = async (call: Call) => {
		const answer = await request(call);
		tookEffect ||= !isHarmless(call);
		return answer;
	};
	return await work(Object.assign(watched, request)).catch(
		async (error: Error) => await Promise.reject(tookEffect ? inDoubt(error, displayName) : error),
	);
}

function inDoubt({ message, ...details }: Error, displayName: string): ProviderError {
	const { description } = details as Partial<ProviderError>;
	const doubt = `${displayName} had already accepted a part of this. Check the group before you run it again.`;
	return new ProviderError(message, {
		...details,
		outcome: 'unknown',
		description: [doubt, description].filter(Boolean).join('\n'),
	});
}
