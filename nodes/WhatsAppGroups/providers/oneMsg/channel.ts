import { FieldError } from '../../contract/errors';
import type { Account } from '../../contract/http';
import { objectIn, parsedJson, textIn } from '../../contract/values';

/**
 * Returns the channel that all paths begin with: from the credential's field, or else from the key, a
 * JWT with an `instanceId` that may begin with the word `instance`. Old keys aren't JWTs.
 * Source: 1MSG's own n8n package, `utils/channel.ts` (not copied).
 */
export function channelOf({ channelId, apiKey }: Account): string {
	const channel = textIn(channelId)?.trim() || channelInKey(String(apiKey ?? ''));
	if (channel) return channel.replace(/^instance/i, '');
	throw new FieldError(
		'Channel ID',
		'The API key does not contain the ID of its channel',
		'Open the 1MSG credential and fill in “Channel ID” with the number of your channel.',
	);
}

function channelInKey(key: string): string | null {
	const payload = Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8');
	return textIn(objectIn(parsedJson(payload)).instanceId);
}
