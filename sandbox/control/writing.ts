import { randomInt } from 'node:crypto';
import { sampleFiles } from '../files';
import type { Content } from '../model';
import { phone } from './shared';

const words = { type: 'string', minLength: 1 };

/** A participant writes text, sends one of the sample files, or what no API hands on. */
export interface WrittenMessage {
	from: string;
	name?: string;
	type?: 'text' | 'image' | 'document' | 'unsupported';
	text?: string;
	caption?: string;
	replyTo?: string;
}

export const writtenMessage = {
	type: 'object',
	required: ['from'],
	properties: {
		from: phone,
		name: words,
		type: { enum: ['text', 'image', 'document', 'unsupported'] },
		text: words,
		caption: words,
		replyTo: words,
	},
	if: { properties: { type: { const: 'text' } } },
	then: { required: ['text'] },
};

/** The file's id is the one under which a provider hands it on. */
export function contentOf({ type = 'text', text = '', caption }: WrittenMessage): {
	text: string;
	content: Content;
} {
	if (type === 'text' || type === 'unsupported') return { text, content: { type } };
	const [photo, paper] = sampleFiles;
	const { name: filename, mimeType } = type === 'image' ? photo : paper;
	const id = String(randomInt(1e14, 2e14));
	return { text: caption ?? '', content: { type, media: { id, mimeType, caption, filename } } };
}
