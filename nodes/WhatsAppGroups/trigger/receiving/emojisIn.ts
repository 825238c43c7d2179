import { plainEmoji } from '../../contract/plainEmoji';
import { textIn } from '../../contract/values';

/** Returns the emojis in a text or a list, with or without separators. */
export function emojisIn(value: unknown): string[] {
	const text = Array.isArray(value) ? value.join(' ') : (textIn(value) ?? '');
	return [...new Intl.Segmenter().segment(text)]
		.map(({ segment }) => plainEmoji(segment))
		.filter((emoji) => /[^\s,]/.test(emoji));
}
