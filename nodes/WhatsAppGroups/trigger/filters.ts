import type { GroupEvent } from '../providers/GroupEvent';

export interface Filters {
	events: string[];
	/** Group ids; none means all groups. */
	groups: string[];
}

/** Events without a group, such as an unknown kind, are not held back by the choice of groups. */
export function passes({ event, groupId }: GroupEvent, { events, groups }: Filters): boolean {
	return (
		events.includes(event) && (groups.length === 0 || groupId === null || groups.includes(groupId))
	);
}
