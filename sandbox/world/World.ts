import type { WorldEvent } from './events';
import type { StoredFile } from './files';
import type { DirectMessage, Group, Invitation, Person } from './model';

/** Differences between providers. */
export interface WorldTraits {
	business: Person;
	/** The business itself doesn't count (meta-groups.md#m1, meta-groups.md#m5). */
	maxParticipants: number;
	newGroupId(): string;
	newMessageId(): string;
}

/** WhatsApp as one provider's number sees it: groups and their messages. */
export interface World extends WorldTraits {
	/** By id. */
	groups: Map<string, Group>;
	invitations: Invitation[];
	directMessages: DirectMessage[];
	/** By media id: uploaded files, and files that came with messages. */
	files: Map<string, StoredFile>;
	report(event: WorldEvent): void;
}

/** Returns a world without groups. `report` receives each event that the provider may report. */
export const createWorld = (traits: WorldTraits, report: World['report']): World => ({
	...traits,
	groups: new Map(),
	invitations: [],
	directMessages: [],
	files: new Map(),
	report,
});
