/** A1Base's three error bodies. Source: A1Base OpenAPI 0.1.0; `src/utils/errorHandler.ts` of its Node SDK (not copied). */
import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../contract/http';
import { isObject, objectsIn, textIn } from '../../contract/values';

export function explain(status: number, body: unknown): Problem | undefined {
	if (!isObject(body)) return undefined;
	const failed = status >= 400 || body.status === 'error';
	if (!failed) return undefined;
	const text = textOf(body);
	if (text === null)
		return status < 400 ? { message: 'A1Base refused without a reason' } : undefined;
	if (status === 401 || status === 403) return { ...refusedKey(status), text };
	return { message: `A1Base refused: ${text}`, advice: adviceFor(status), text };
}

/** Returns A1Base's own text, in any of its three forms. */
export function textOf(body: IDataObject): string | null {
	const detail = textIn(body.detail) ?? validationText(body.detail);
	const listed = Array.isArray(body.errors) ? body.errors.map(textIn) : [];
	const texts = [detail ?? textIn(body.message), ...listed];
	return texts.filter((text) => text !== null).join('; ') || null;
}

function refusedKey(status: number): Pick<Problem, 'message' | 'advice'> {
	return status === 401
		? {
				message: 'A1Base does not accept the API key and secret',
				advice: 'Open the credential and paste “API Key” and “API Secret” again.',
			}
		: {
				message: 'A1Base denies access to this account',
				advice: 'Open the credential and check “Account ID”: it must belong to the API key.',
			};
}

/** Returns `undefined` if the general advice for the HTTP status is enough. */
function adviceFor(status: number): string | undefined {
	if (status === 404) {
		return 'Check the group: the agent number must be a member of it. Check “Account ID” in the credential, too.';
	}
	return status === 400 || status === 422
		? 'Compare the values of the fields, and of the credential, with the response below.'
		: undefined;
}

/** `[{loc: ['body', 'participants', 0], msg, type}]` → `participants.0: msg`. */
function validationText(detail: unknown): string | null {
	const parts = objectsIn(detail).map(({ loc, msg }) => {
		const field = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : null;
		return [field, textIn(msg)].filter(Boolean).join(': ');
	});
	return parts.join('; ') || null;
}
