import { plain } from './formatting.js';

/** What the types of messages are called. */
export const kinds = {
	image: 'Photo',
	video: 'Video',
	audio: 'Audio file',
	voice: 'Voice message',
	document: 'Document',
	sticker: 'Sticker',
	location: 'Location',
	contacts: 'Contact',
	button: 'Tapped button',
	listReply: 'List choice',
	unsupported: 'Something no API reports',
};

/** Returns the text of a message in one line, or a short description. */
export const summaryOf = (message) => plain(textOf(message));

/** Returns the text of a message as it was written, or a short description. */
export function textOf({ type, text, emoji, media, template, invite, contacts, location }) {
	if (type === 'reaction') return emoji ? `Reacted ${emoji}` : 'Removed a reaction';
	if (type === 'template') return text || `Template ${template.name}`;
	if (type === 'groupInvite') return `Invitation to ${invite.groupName}`;
	if (contacts) return contacts.map(({ name }) => name).join(', ');
	return text || media?.filename || location?.name || kinds[type] || type;
}

/** Returns `Ana: Hello`, for a list of groups. */
export const previewOf = (message) =>
	message.fromBusiness ? summaryOf(message) : `${message.from.name}: ${summaryOf(message)}`;
