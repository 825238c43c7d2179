/** Requests to join a group that asks for approval. Source: Meta “Groups › Group management”. */
import type { IDataObject } from 'n8n-workflow';

import type { ProviderRequest } from '../../../contract/http';
import type { Answer, JoinRequest, JoinRequestOutcome, Page } from '../../../contract/operations';
import { objectsIn, personIdIn, textIn, timeIn } from '../../../contract/values';
import { cloudErrorText, problemOf } from './errors';
import { nextCursorIn } from './groups';

export function joinRequestPageIn(groupId: string, raw: IDataObject): Page<JoinRequest> {
	return {
		answers: objectsIn(raw.data).map((entry) => ({
			result: {
				groupId,
				joinRequestId: textIn(entry.join_request_id) ?? '',
				participantId: personIdIn(entry.wa_id ?? entry.user_id),
				createdAt: timeIn(entry.creation_timestamp),
			},
			raw: entry,
		})),
		...nextCursorIn(raw),
	};
}

/** POST approves, DELETE rejects; the answer lists which succeeded and which failed, with reasons. */
export async function answerJoinRequests(
	request: ProviderRequest,
	method: 'POST' | 'DELETE',
	groupPath: string,
	groupId: string,
	joinRequestIds: string[],
): Promise<Array<Answer<JoinRequestOutcome>>> {
	const body = { messaging_product: 'whatsapp', join_requests: joinRequestIds };
	const raw = await request({ method, path: `${groupPath}/join_requests`, body });
	const failures = objectsIn(raw.failed_join_requests);
	return joinRequestIds.map((joinRequestId) => {
		const failure = failures.find((failed) => failed.join_request_id === joinRequestId);
		const result = { groupId, joinRequestId, success: !failure, error: failureText(failure) };
		return { result, raw };
	});
}

/** What a list of failures says of one entry, in a builder's words. */
export function failureText(failure: IDataObject | undefined): string | null {
	if (failure === undefined) return null;
	const [error = {}] = objectsIn(failure.errors);
	const { message, code } = problemOf(textIn(error.code), cloudErrorText(error));
	return code ? `${message} (${code})` : message;
}
