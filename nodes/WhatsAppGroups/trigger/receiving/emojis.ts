import { textIn } from '../../contract/values';

/** Skin tones, and the mark for the colored form. The same emoji can come with and without them. */
const VARIANTS = /[\u{1F3FB}-\u{1F3FF}]|\uFE0F/gu;

export const plainEmoji = (emoji: string) => emoji.replace(VARIANTS, '');

/** Returns the emojis in a text or a list, with or without separators. */
export function emojisIn(value: unknown): string[] {
	const text = Array.isArray(value) ? value.join(' ') : (textIn(value) ?? '');
	return [...new Intl.Segmenter().segment(text)]
		.map(({ segment }) => plainEmoji(segment))
		.filter((emoji) => /[^\s,]/.test(emoji));
}
