import type { Group } from './model';

/** Adds a notice to the chat, as WhatsApp does when a group changes. */
export function note(group: Group, text: string): void {
	group.notices.push({ time: new Date().toISOString(), text });
}
