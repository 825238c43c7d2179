import type { IDataObject } from 'n8n-workflow';

import type { Group } from '../../contract/operations';

/** A group of which only some members are known. */
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

/** An id as one segment of a path: ids may hold `/`, `+`, `=` and `@`. */
export function segment(id: string): string {
	return encodeURIComponent(id);
}

/** Whether the credential asks for the other way where a provider's documents disagree. */
export function hasVariant({ variants }: IDataObject, variant: string): boolean {
	return Array.isArray(variants) && (variants as unknown[]).includes(variant);
}
