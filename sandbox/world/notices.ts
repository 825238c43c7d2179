import type { Group } from './model';

/** Puts a line into the chat that nobody wrote, as WhatsApp does when a group changes. */
export function note(group: Group, text: string): void {
	group.notices.push({ time: new Date().toISOString(), text });
}
