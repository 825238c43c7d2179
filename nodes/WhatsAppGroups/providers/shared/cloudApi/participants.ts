/** Removing people. Source: Meta “Groups › Group management” and error code 131201. */
import type { IDataObject } from 'n8n-workflow';

import { ProviderError } from '../../../contract/errors';
import type { ProviderRequest } from '../../../contract/http';
import type { Answer, PersonOutcome } from '../../../contract/operations';
import { isObject, objectIn, objectsIn, personIdIn, textIn } from '../../../contract/values';
import { saysRemoved } from './documented';
import { failureText } from './joinRequests';

export async function removeParticipants(
	request: ProviderRequest,
	groupPath: string,
	groupId: string,
	participants: string[],
): Promise<Array<Answer<PersonOutcome>>> {
	const body = {
		messaging_product: 'whatsapp',
		participants: participants.map((person) => ({ user: person })),
	};
	const raw = await request({
		method: 'DELETE',
		path: `${groupPath}/participants`,
		body,
		documented: saysRemoved,
	}).catch(partialSuccess);
	const failures = failuresIn(raw);
	const nobodyNamed = isPartial(raw) && failures.length === 0;
	const outcomeOf = (participantId: string) => {
		if (nobodyNamed) return { success: null, error: NOBODY_NAMED };
		const failure = failures.find((failed) => isAbout(failed, participantId));
		const success = !failure && isRemoved(raw, participantId);
		return { success, error: success ? null : failureText(failure) };
	};
	return participants.map((participantId) => ({
		result: { groupId, participantId, ...outcomeOf(participantId) },
		raw,
	}));
}

/** Returns whether the response lists the person as removed or, without a list, confirms all. */
function isRemoved({ success, removed_participants: removed }: IDataObject, participantId: string) {
	return Array.isArray(removed)
		? objectsIn(removed).some((person) => isAbout(person, participantId))
		: success !== false;
}

/** A failure repeats the requested person as `input`, and may also have the person's ids. */
function isAbout({ input, wa_id, user_id }: IDataObject, participantId: string): boolean {
	return [input, wa_id, user_id].some((id) => personIdIn(id) === participantId);
}

const PARTIAL = '131201';
const NOBODY_NAMED = `Only some of the people were removed, and WhatsApp does not say who (${PARTIAL}). The event “Member Removed” lists them, and so does Get group.`;

/**
 * Returns the response of error 131201 (HTTP 206): only some people were removed. The event lists who
 * was not, in `failed_participants`. Inferred: the response may list them, too. Its body isn't
 * documented.
 */
function partialSuccess(error: unknown): IDataObject {
	if (error instanceof ProviderError && isObject(error.answer) && isPartial(error.answer)) {
		return error.answer;
	}
	throw error;
}

function isPartial(raw: IDataObject): boolean {
	return textIn(objectIn(raw.error).code) === PARTIAL;
}

/** Reads the list, which is at the top or in the error. */
function failuresIn(raw: IDataObject): IDataObject[] {
	const places = [raw, objectIn(raw.error), objectIn(objectIn(raw.error).error_data)];
	return places.flatMap((place) => objectsIn(place.failed_participants));
}
