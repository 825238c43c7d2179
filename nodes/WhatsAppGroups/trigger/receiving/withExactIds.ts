/**
 * What begins or ends a text, what doesn't, and numbers of 16 and more characters. Without an upper limit,
 * the expression would overflow its stack on millions of digits.
 */
const TOKENS = /\\[^]|"|-?\d[\d.eE+-]{15,999}/g;

/**
 * Returns JSON with quotes around the integers that JavaScript would round, such as a group ID of 18
 * digits. After rounding, two IDs can be the same, and neither exists at the provider.
 */
export function withExactIds(json: string): string {
	let isText = false;
	return json.replace(TOKENS, (token) => {
		if (token === '"') isText = !isText;
		const isInteger = !isText && /^-?\d+$/.test(token);
		return isInteger && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
}
