/** *Only When Addressed*: in a group, a bot answers when it is asked, and is silent otherwise. */
import type { Message } from '../../contract/events';
import { listIn } from '../../contract/values';
import { comparable } from './keywords';

export type IsAddressed = (message: Message) => boolean;

/**
 * Returns what tells whether a message is for this number: any one of the chosen ways is enough, and
 * none chosen holds nothing back. Without `commands`, every `/command` counts.
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

/** Whether the text begins with these whole words: “menu, please” does with “menu”, “menus” doesn't. */
function beginsWith(text: string, words: string): boolean {
	return text.startsWith(words) && !/^[\p{L}\p{M}\p{N}_-]/u.test(text.slice(words.length));
}
