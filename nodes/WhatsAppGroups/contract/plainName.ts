/**
 * Returns a group name in the form in which names are compared: without differences in letter case,
 * spaces, invisible characters, and Unicode's encodings of the same character.
 */
export function plainName(name: string): string {
	return name
		.normalize('NFKC')
		.replace(/[\p{Cf}\uFE0F]/gu, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}
