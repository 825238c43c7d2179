/** Requests to join a group that requires approval. Source: Meta “Groups › Group management”. */
import type { IDataObject } from 'n8n-workflow';

import type { ProviderRequest } from '../../../contract/http';
import type { Answer, JoinRequest, JoinRequestOutcome, Page } from '../../../contract/operations';
import { objectsIn, personIdIn, textIn, timeIn } from '../../../contract/values';
import { saysDecided } from './documented';
import { cloudErrorText, problemOf } from './errors';
import { nextCursorIn } from './groups';

export function joinRequestPageIn(
	groupId: string,
	raw: IDataObject,
	pageSize: number,
): Page<JoinRequest> {
	const entries = objectsIn(raw.data);
	return {
		answers: entries.map((entry) => ({
			result: {
				groupId,
				joinRequestId: textIn(entry.join_request_id) ?? '',
				participantId: personIdIn(entry.wa_id ?? entry.user_id),
				createdAt: timeIn(entry.creation_timestamp),
			},
			raw: entry,
		})),
		...nextCursorIn(raw, entries.length >= pageSize),
	};
}

/** POST approves, DELETE rejects. The response lists which requests succeeded and why others failed. */
export async function answerJoinRequests(
	request: ProviderRequest,
	method: 'POST' | 'DELETE',
	groupPath: string,
	groupId: string,
	joinRequestIds: string[],
): Promise<Array<Answer<JoinRequestOutcome>>> {
	const body = { messaging_product: 'whatsapp', join_requests: joinRequestIds };
	const path = `${groupPath}/join_requests`;
	const raw = await request({ method, path, body, documented: saysDecided });
	const failures = objectsIn(raw.failed_join_requests);
	const done = method === 'POST' ? raw.approved_join_requests : raw.rejected_join_requests;
	return joinRequestIds.map((joinRequestId) => {
		const failure = failures.find((failed) => failed.join_request_id === joinRequestId);
		const success = Array.isArray(done) ? done.includes(joinRequestId) : !failure;
		const error = success ? null : failureText(failure);
		return { result: { groupId, joinRequestId, success, error }, raw };
	});
}

/** Explains why one entry of a list failed. */
export function failureText(failure: IDataObject = {}): string {
	const [error = {}] = objectsIn(failure.errors);
	const { message, code } = problemOf(textIn(error.code), cloudErrorText(error));
	return code ? `${message} (${code})` : message;
}
