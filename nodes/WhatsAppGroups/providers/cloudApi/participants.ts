/** Removing people. Source: Meta “Groups › Group management” and error code 131201. */
import type { IDataObject } from 'n8n-workflow';

import { ProviderError } from '../../transport/errors';
import type { Answer, PersonOutcome, ProviderRequest } from '../Provider';
import { isObject, objectIn, objectsIn, personIdIn } from '../values';
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
	}).catch(partialSuccess);
	const failures = failuresIn(raw);
	return participants.map((participantId) => {
		const failure = failures.find(({ input }) => personIdIn(input) === participantId);
		const result = { groupId, participantId, success: !failure, error: failureText(failure) };
		return { result, raw };
	});
}

/** 131201 (HTTP 206): some were removed, and the answer lists who was not. */
function partialSuccess(error: unknown): IDataObject {
	if (error instanceof ProviderError && isObject(error.answer)) {
		if (failuresIn(error.answer).length > 0) return error.answer;
	}
	throw error;
}

/** The list stands at the top, or in the error. */
function failuresIn(raw: IDataObject): IDataObject[] {
	const places = [raw, objectIn(raw.error), objectIn(objectIn(raw.error).error_data)];
	return places.flatMap((place) => objectsIn(place.failed_participants));
}
