import type { IDataObject } from 'n8n-workflow';

/**
 * Returns the check of a response that lists what is registered: it has this member, or nothing at all.
 * An error with HTTP 200 must not pass for an empty list, which the node would then overwrite.
 */
export const isEmptyOrHas = (member: string) => (answer: IDataObject) =>
	member in answer || Object.keys(answer).length === 0;
