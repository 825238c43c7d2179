import { tryToParseDateTime } from 'n8n-workflow';

import { numberIn, timeIn } from '../../contract/values';

/**
 * Returns a date and time in ms since 1970; `null` if it isn't one. n8n's editor stores it without a time
 * zone, and means the workflow's.
 */
export function momentIn(value: unknown, timeZone: string): number | null {
	try {
		if (numberIn(value) === null) return tryToParseDateTime(value, timeZone).toMillis();
	} catch {
		// JavaScript reads more forms than n8n.
	}
	const time = timeIn(value);
	return time === null ? null : Date.parse(time);
}
