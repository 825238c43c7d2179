import type { IDataObject } from 'n8n-workflow';

import type { EventError, MessageStatus } from '../../../contract/events';
import { objectIn, objectsIn, textIn } from '../../../contract/values';
import { problemOf } from './errors';
import { explanationOf } from './explanations';

export function eventErrors(errors: unknown): EventError[] {
	return errorsIn(errors).map((error) => ({
		code: textIn(error.code),
		message: textIn(error.message) ?? textIn(error.title),
		details: textIn(objectIn(error.error_data).details) ?? textIn(error.details),
	}));
}

/** A list of errors, or one alone: a failure must not pass for a success because of its form. */
export function errorsIn(errors: unknown): IDataObject[] {
	return objectsIn([errors].flat());
}

/** Explains the first known error, in the same words as for a response. */
export function inOurWords(errors: EventError[]): Pick<MessageStatus, 'explanation' | 'advice'> {
	const known = errors.map(({ code }) => explanationOf(code)).find((found) => found !== undefined);
	return { explanation: known?.message ?? null, advice: known?.advice ?? null };
}

/** Returns in a sentence why one person or one setting was not changed. */
export function reasonIn(errors: unknown): string | null {
	const [error] = eventErrors(errors);
	if (error === undefined) return null;
	const said = [error.message, error.details].filter((text) => text !== null).join(': ');
	const { message } = problemOf(error.code, said || null);
	return error.code === null ? message : `${message} (${error.code})`;
}
