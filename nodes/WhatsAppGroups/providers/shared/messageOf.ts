import type { Media, Message } from '../../contract/events';

/** Returns a message with some known members; the others are `null`. */
export function messageOf({
	type,
	media,
	...known
}: Partial<Omit<Message, 'media'>> & { type: string; media?: Partial<Media> }): Message {
	return {
		type,
		text: null,
		caption: null,
		...commandIn(known.text ?? known.caption ?? ''),
		replyTo: null,
		repliesToMe: known.replyTo ? null : false,
		mentionsMe: null,
		media: { id: null, url: null, mimeType: null, fileName: null, voice: null, ...media },
		button: null,
		location: null,
		contacts: null,
		reaction: null,
		order: null,
		unsupportedKind: null,
		...known,
	};
}

/** `/Order two pizzas` → `order` and `two pizzas`. A path such as `/usr/bin` isn't a command. */
function commandIn(text: string): Pick<Message, 'command' | 'commandText' | 'arguments'> {
	const [, command, rest] = /^\s*\/([\p{L}\p{N}_-]+)(?:\s+([^]*))?$/u.exec(text) ?? [];
	const commandText = rest?.trim() || null;
	return { command: command?.toLowerCase() ?? null, commandText, arguments: commandText };
}
