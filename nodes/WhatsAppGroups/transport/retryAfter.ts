/**
 * What the header `Retry-After` asks for, in ms: it has seconds, or the date to wait for (RFC 9110).
 * `undefined` where it is missing or says neither.
 */
export function retryAfterIn(headers: Record<string, unknown>): number | undefined {
	const value = String(headers['retry-after'] ?? '').trim();
	if (/^\d+$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
