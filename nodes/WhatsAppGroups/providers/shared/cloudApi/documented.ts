/**
 * The documented forms of responses to calls that change something. After any other response it's unknown
 * whether the change was made. Source: Meta “Groups › Group management”, “Groups messaging”.
 */
import type { IDataObject } from 'n8n-workflow';

import { objectsIn, textIn } from '../../../contract/values';

/** Returns whether the response has `messages[0].id`, as documented for every message and pin. */
export function saysSent({ messages }: IDataObject): boolean {
	return textIn(objectsIn(messages)[0]?.id) !== null;
}

/** Returns whether the response has the ID of the group, or of the request to create it. */
export function saysCreated({ id, request_id: requestId }: IDataObject): boolean {
	return textIn(id) !== null || textIn(requestId) !== null;
}

/** Returns whether the response has `success`, or the ID of the request that an event repeats. */
export function saysChanged({ success, request_id: requestId }: IDataObject): boolean {
	return typeof success === 'boolean' || textIn(requestId) !== null;
}

export function saysLink({ invite_link: link }: IDataObject): boolean {
	return textIn(link) !== null;
}

/** As `saysChanged`, or with the people one by one. */
export function saysRemoved(answer: IDataObject): boolean {
	const { removed_participants: removed, failed_participants: failed } = answer;
	return saysChanged(answer) || [removed, failed].some(Array.isArray);
}

/** Returns whether the response has one of the lists of join requests. */
export function saysDecided(answer: IDataObject): boolean {
	const { approved_join_requests, rejected_join_requests, failed_join_requests } = answer;
	return [approved_join_requests, rejected_join_requests, failed_join_requests].some(Array.isArray);
}
