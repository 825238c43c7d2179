import type { IDataObject } from 'n8n-workflow';

import type { Group } from '../../contract/operations';

/** Returns a group with some known members; the others are `null`. */
export function groupOf(known: Partial<Group>): Group {
	return {
		groupId: null,
		subject: null,
		description: null,
		inviteLink: null,
		participantCount: null,
		participants: null,
		joinApprovalMode: null,
		suspended: null,
		createdAt: null,
		requestId: null,
		...known,
	};
}

/** Returns an id as one segment of a path: ids may contain `/`, `+`, `=` and `@`. */
export function segment(id: string): string {
	return encodeURIComponent(id);
}

/** Returns whether the credential selects the alternative where a provider's documentation is ambiguous. */
export function hasVariant({ variants }: IDataObject, variant: string): boolean {
	return Array.isArray(variants) && (variants as unknown[]).includes(variant);
}
