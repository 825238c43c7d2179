/**
 * A group name in the form in which names are compared: without differences in case, spaces, invisible
 * characters, and the ways Unicode has of writing the same character.
 */
export function plainName(name: string): string {
	return name
		.normalize('NFKC')
		.replace(/[\p{Cf}\uFE0F]/gu, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}
