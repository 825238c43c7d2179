const ABBREVIATIONS = /\b(api|id|url)\b/gi;

/** Returns a value's name as a credential in n8n shows it: `phoneNumberId` → `Phone Number ID`. */
export function labelOf(name: string): string {
	const words = name.replace(/[A-Z]/g, (letter) => ` ${letter}`);
	const label = words.charAt(0).toUpperCase() + words.slice(1);
	return label.replace(ABBREVIATIONS, (word) => word.toUpperCase());
}
