/** Returns `14:05`, with the day if it isn't today. */
export function timeOf(iso) {
	const time = new Date(iso);
	const isToday = time.toDateString() === new Date().toDateString();
	const day = isToday ? {} : { day: 'numeric', month: 'short' };
	return time.toLocaleString([], { ...day, hour: '2-digit', minute: '2-digit' });
}

/** Returns the text of a message, or a short description. */
export function summaryOf({ type, text, emoji, media, template, invite, contacts }) {
	if (type === 'reaction') return emoji ? `Reacted ${emoji}` : 'Removed a reaction';
	if (type === 'template') return text || `Template ${template.name}`;
	if (type === 'groupInvite') return `Invitation to ${invite.groupName}`;
	if (contacts) return contacts.map(({ name }) => name).join(', ');
	return text || media?.filename || type[0].toUpperCase() + type.slice(1);
}

/** answerDelayMs → Answer delay ms */
export function wordsOf(name) {
	const words = name.replace(/[A-Z]+/g, (capitals) => ` ${capitals.toLowerCase()}`);
	return words[0].toUpperCase() + words.slice(1);
}

/** Splits a text at its links, which are at the odd places. */
export function splitAtLinks(text) {
	return text.split(/(https?:\/\/\S+)/);
}
