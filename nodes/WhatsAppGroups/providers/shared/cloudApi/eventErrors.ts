import type { EventError, MessageStatus } from '../../../contract/events';
import { objectIn, objectsIn, textIn } from '../../../contract/values';
import { problemOf } from './errors';

export function eventErrors(errors: unknown): EventError[] {
	return objectsIn(errors).map((error) => ({
		code: textIn(error.code),
		message: textIn(error.message) ?? textIn(error.title),
		details: textIn(objectIn(error.error_data).details) ?? textIn(error.details),
	}));
}

/** The first of the errors in our words, as the action node words the same error of a response. */
export function explanationOf(errors: EventError[]): Pick<MessageStatus, 'explanation' | 'advice'> {
	const known = errors
		.map(({ code }) => problemOf(code, null))
		.find(({ advice }) => advice !== undefined);
	return { explanation: known?.message ?? null, advice: known?.advice ?? null };
}

/** Why one person or one setting was not changed, in a sentence. */
export function reasonIn(errors: unknown): string | null {
	const [error] = eventErrors(errors);
	if (error === undefined) return null;
	const said = [error.message, error.details].filter((text) => text !== null).join(': ');
	const { message } = problemOf(error.code, said || null);
	return error.code === null ? message : `${message} (${error.code})`;
}
