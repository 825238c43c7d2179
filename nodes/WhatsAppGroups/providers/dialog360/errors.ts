/**
 * 360dialog returns errors in four forms. Sources: its OpenAPI (`{error: text}`), Meta's
 * (`{error: {…}}`), and two older ones in its own pages and in third-party code.
 */
import { cloudErrorText, explainCloudError, problemOf } from '../shared/cloudApi/errors';
import type { Problem } from '../../contract/http';
import { isObject, objectIn, objectsIn, textIn } from '../../contract/values';

export function explain(status: number, body: unknown): Problem | undefined {
	if (!isObject(body)) return undefined;
	if (status === 401) return refusedKey(body);

	const cloud = explainCloudError(body);
	if (cloud) return cloud;

	// A response that lists which of several requests failed isn't an error itself.
	const [listed] = 'failed_join_requests' in body ? [] : objectsIn(body.errors);
	if (listed) return problemOf(textIn(listed.code), cloudErrorText(listed));

	const text = plainText(body);
	return status < 400 || text === null
		? undefined
		: { message: `360dialog refused: ${text}`, text };
}

function refusedKey(body: Record<string, unknown>): Problem {
	return {
		message: '360dialog does not accept the API key',
		advice:
			'Open the credential and paste the API key of the phone number again. Each number has a key of its own, in the 360dialog Hub.',
		text: plainText(body) ?? undefined,
	};
}

function plainText(body: Record<string, unknown>): string | null {
	return textIn(body.error) ?? textIn(objectIn(body.meta).developer_message);
}
