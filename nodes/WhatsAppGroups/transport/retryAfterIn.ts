/**
 * Returns how long the header `Retry-After` asks to wait, in ms. It contains seconds or a date (RFC
 * 9110). Returns `undefined` if it is missing or contains neither.
 */
export function retryAfterIn(headers: Record<string, unknown>): number | undefined {
	const value = String(headers['retry-after'] ?? '').trim();
	if (/^\d+$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
