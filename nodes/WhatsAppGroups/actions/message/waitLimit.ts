import { FieldError } from '../../contract/errors';
import { numberIn, objectIn } from '../../contract/values';
import type { Parameters } from '../helpers/Parameters';

const LABEL = 'Limit Wait Time';

const UNITS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Returns when to continue without an answer; `undefined` without a limit. Names as in n8n's own nodes. */
export function waitLimit(parameters: Parameters): Date | undefined {
	const chosen = objectIn(parameters.value('options.limitWaitTime')).values;
	if (chosen === undefined) return undefined;
	const { limitType, resumeAmount, resumeUnit, maxDateAndTime } = objectIn(chosen);
	if (limitType === 'atSpecifiedTime') return inFuture(parameters, maxDateAndTime);
	const amount = numberIn(resumeAmount);
	const unit = UNITS[String(resumeUnit)];
	if (amount !== null && amount > 0 && unit !== undefined) {
		const until = new Date(Date.now() + amount * unit);
		if (!Number.isNaN(until.getTime())) return until;
	}
	throw unusable(`${String(resumeAmount)} ${String(resumeUnit)}`, 'Enter an amount above 0.');
}

function inFuture(parameters: Parameters, value: unknown): Date {
	const time = parameters.time(value);
	if (time !== null && time > Date.now()) return new Date(time);
	throw unusable(String(value), 'Enter a date and time in the future.');
}

function unusable(value: string, advice: string): FieldError {
	return new FieldError(LABEL, `“${LABEL}” is “${value}”, which can't be used`, advice);
}
