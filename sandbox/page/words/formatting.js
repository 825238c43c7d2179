/** The marks of WhatsApp, and the elements that show them. */
const elements = { '*': 'strong', _: 'em', '~': 's' };

/** Code, links (without the punctuation after them), and marks around whole words. */
const special =
	/```([^]+?)```|`([^`\n]+)`|(https?:\/\/\S*[\p{L}\p{N}/=&#%+_~-])|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\4(?![\p{L}\p{N}])/gu;

/**
 * Splits a text as WhatsApp formats it. Returns texts and elements: `{ element, text }` for code,
 * `{ element: 'a', text }` for links, and `{ element, parts }` for the rest.
 */
export function partsOf(text) {
	const parts = [];
	let end = 0;
	for (const match of text.matchAll(special)) {
		const [whole, block, code, link, mark, marked] = match;
		parts.push(text.slice(end, match.index));
		end = match.index + whole.length;
		if (link) parts.push({ element: 'a', text: link });
		else if (mark) parts.push({ element: elements[mark], parts: partsOf(marked) });
		else parts.push({ element: 'code', text: block ?? code });
	}
	return [...parts, text.slice(end)].filter((part) => part !== '');
}

/** The text without its marks, for one line. */
export const plain = (text) => partsOf(text).map(plainPart).join('');

const plainPart = (part) =>
	typeof part === 'string' ? part : (part.text ?? part.parts.map(plainPart).join(''));
