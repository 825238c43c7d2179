import { ProviderError } from '../../contract/errors';

/**
 * Makes a call in one of two documented ways: the first, or the second if the first is rejected. For
 * places where a provider's documentation contradicts itself.
 *
 * @param isRefusal whether an error means that the first way doesn't exist, so that nothing was done
 */
export async function eitherWay<Way, Result>(
	[first, second]: readonly [Way, Way],
	isRefusal: (error: ProviderError) => boolean,
	call: (way: Way) => Promise<Result>,
): Promise<Result> {
	return await call(first).catch(async (error: unknown) => {
		if (error instanceof ProviderError && isRefusal(error)) return await call(second);
		throw error;
	});
}
