/** *Only When Addressed*: a bot in a group answers when somebody addresses it, and is silent otherwise. */
import type { Message } from '../../contract/events';
import { listIn } from '../../contract/values';
import { comparable } from './keywords';

export type IsAddressed = (message: Message) => boolean;

/**
 * Returns a check whether a message addresses this number in one of the chosen ways. If none are
 * chosen, every message passes. Without `commands`, every `/command` counts.
 */
export function addressedBy(chosen: unknown, commands: unknown): IsAddressed {
	const wanted = listIn(commands).map(comparable);
	const ways: Record<string, IsAddressed> = {
		mentions: ({ mentionsMe }) => mentionsMe === true,
		replies: ({ repliesToMe }) => repliesToMe === true,
		commands: ({ command, text, caption }) => {
			if (wanted.length === 0) return command !== null;
			const said = comparable(text ?? caption ?? '').trim();
			return wanted.some((one) => beginsWith(said, one) || beginsWith(said, `/${one}`));
		},
	};
	const names = listIn(chosen);
	return (message) => names.length === 0 || names.some((name) => ways[name]?.(message) === true);
}

/** Returns whether the text begins with these whole words: “menu, please” begins with “menu”, “menus” doesn't. */
function beginsWith(text: string, words: string): boolean {
	return text.startsWith(words) && !/^[\p{L}\p{M}\p{N}_-]/u.test(text.slice(words.length));
}
