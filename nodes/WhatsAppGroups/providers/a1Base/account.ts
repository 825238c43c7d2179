/** Paths and identities of an A1Base account. */
import { FieldError } from '../../contract/errors';
import type { Account } from '../../contract/http';
import { textIn } from '../../contract/values';
import { hasVariant, segment } from '../shared/values';

export const PATHS = {
	/** OpenAPI and both SDKs; the page's prose has it without `/messages`. */
	send: (account: string) => `/messages/group/${account}/send`,
	/** “Newer universal endpoint”, documented for media only. */
	universal: (account: string) => `/send/${account}`,
	/** An account may have several numbers, which are in groups of their own. */
	threads: (account: string, agent: string) =>
		`/messages/threads/${account}/get-all/${segment(agent)}`,
	details: (account: string, thread: string) =>
		`/messages/threads/${account}/get-details/${thread}`,
	recent: (account: string, thread: string) => `/messages/threads/${account}/get-recent/${thread}`,
};

/** Group management: all samples of the page use the first path, the OpenAPI file the second. */
export function managementPaths(account: Account): readonly [string, string] {
	const id = accountOf(account);
	return [`/whatsapp/${id}/group-management`, `/group-management/${id}`];
}

/** Which way to send a file can't be found out by trying, because both send it. */
export function sendsUniversally(account: Account): boolean {
	return hasVariant(account, 'universalMediaSend');
}

export function accountOf({ accountId }: Account): string {
	return segment(required(accountId, 'Account ID'));
}

/** Returns the number with `+` and country code, as every call requires it. */
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
