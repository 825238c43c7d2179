import { FieldError } from '../../contract/errors';
import type { Account } from '../../contract/http';
import { objectIn, textIn } from '../../contract/values';

/**
 * The channel that all paths begin with: typed in, or read from the key, a JWT whose payload has
 * `instanceId` (now and then with the word `instance` in front). Old keys are no JWT.
 * Source: 1MSG's own n8n package, `utils/channel.ts` (re-told).
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
	try {
		const payload = Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8');
		return textIn(objectIn(JSON.parse(payload)).instanceId);
	} catch {
		return null;
	}
}
