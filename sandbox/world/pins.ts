import type { Group } from './model';
import { note } from './notices';
import type { World } from './World';

/** Meta allows this many pins per group; one more unpins the oldest (360dialog.md#seed). */
const MAX_PINS = 3;

export function pin({ business }: World, group: Group, messageId: string): void {
	const others = group.pins.filter((id) => id !== messageId);
	group.pins = [...others, messageId].slice(-MAX_PINS);
	note(group, `${business.name} pinned a message`);
}

export function unpin({ business }: World, group: Group, messageId: string): void {
	group.pins = group.pins.filter((id) => id !== messageId);
	note(group, `${business.name} unpinned a message`);
}
