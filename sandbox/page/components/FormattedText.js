import { h } from 'vue';
import { partsOf } from '../words/formatting.js';

/** A text with WhatsApp's bold, italic, strikethrough, code and links. Vue escapes each part. */
export const FormattedText = ({ text }) => h('p', { class: 'text' }, partsOf(text).map(shown));

FormattedText.props = ['text'];

function shown(part) {
	if (typeof part === 'string') return part;
	const { element, text, parts } = part;
	const link = element === 'a' ? { href: text, target: '_blank', rel: 'noreferrer' } : null;
	return h(element, link, text ?? parts.map(shown));
}
