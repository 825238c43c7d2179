/**
 * Paths and identities of an A1Base account. Where the documents disagree, the choice stands here; the
 * other branch can be taken by the credential's field “Variants”.
 */
import { FieldError } from '../../contract/errors';
import type { Account } from '../../contract/http';
import { textIn } from '../../contract/values';
import { hasVariant, segment } from '../shared/values';

/** Values of the credential's field `variants`. */
const OPENAPI_MANAGEMENT = 'openApiManagementPath';
const JOIN_GROUP = 'joinGroupAction';
const UNIVERSAL_SEND = 'universalMediaSend';

export const PATHS = {
	/** OpenAPI and both SDKs; the page's prose has it without `/messages`. */
	send: (account: string) => `/messages/group/${account}/send`,
	/** “Newer universal endpoint”, documented for media only. */
	universal: (account: string) => `/send/${account}`,
	threads: (account: string) => `/messages/threads/${account}/get-all`,
	details: (account: string, thread: string) =>
		`/messages/threads/${account}/get-details/${thread}`,
	recent: (account: string, thread: string) => `/messages/threads/${account}/get-recent/${thread}`,
};

/** All samples of the page have the first path; its OpenAPI file has the second. */
export function managementPath(account: Account): string {
	const id = accountOf(account);
	return hasVariant(account, OPENAPI_MANAGEMENT)
		? `/group-management/${id}`
		: `/whatsapp/${id}/group-management`;
}

/** The action's list says `join`, a sample `join_group`. */
export function joinAction(account: Account): string {
	return hasVariant(account, JOIN_GROUP) ? 'join_group' : 'join';
}

export function sendsUniversally(account: Account): boolean {
	return hasVariant(account, UNIVERSAL_SEND);
}

export function accountOf({ accountId }: Account): string {
	return segment(required(accountId, 'Account ID'));
}

/** With `+` and country code, as every call wants it. */
export function agentOf({ agentNumber }: Account): string {
	const digits = required(agentNumber, 'Agent Number').replace(/\D/g, '');
	return `+${digits}`;
}

function required(value: unknown, field: string): string {
	const text = textIn(value)?.trim();
	if (text) return text;
	throw new FieldError(
		field,
		`The A1Base credential has no ${field}`,
		`Open the credential and fill in “${field}”.`,
	);
}
