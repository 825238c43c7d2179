import axios from 'axios';
import { Impossible } from '../world/Impossible';
import { newMediaId, sampleFile, sha256, type StoredFile } from '../world/files';
import type { Card, Content, Place, ReceivedMediaType, WrittenType } from '../world/model';
import type { World } from '../world/World';
import { phone } from './shared';

const words = { type: 'string', minLength: 1 };

/** A participant writes text, sends a file, reacts, or does something that no API reports. */
export interface WrittenMessage {
	from: string;
	name?: string;
	type?: WrittenType;
	text?: string;
	replyTo?: string;
	mentionsAgent?: boolean;
	/** Empty if the reaction is removed. */
	emoji?: string;
	location?: Place;
	contacts?: Card[];
	payload?: string;
	caption?: string;
	/** The file. Without either of these, a sample is sent. */
	mediaUrl?: string;
	base64?: string;
	mimeType?: string;
	fileName?: string;
}

const needs = (type: WrittenType, member: string) => ({
	if: { required: ['type'], properties: { type: { const: type } } },
	then: { required: [member] },
});

/** The schema of a message, with the types that the provider reports. */
export const writtenMessage = (types: WrittenType[]) => ({
	type: 'object',
	required: ['from'],
	properties: {
		from: phone,
		name: words,
		type: { enum: types, default: 'text' },
		text: words,
		replyTo: words,
		mentionsAgent: { type: 'boolean' },
		emoji: { type: 'string' },
		location: {
			type: 'object',
			required: ['latitude', 'longitude'],
			properties: {
				latitude: { type: 'number' },
				longitude: { type: 'number' },
				name: words,
				address: words,
			},
		},
		contacts: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				required: ['name', 'phone'],
				properties: { name: words, phone },
			},
		},
		payload: words,
		caption: words,
		mediaUrl: { type: 'string', pattern: '^https?://' },
		base64: { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$' },
		mimeType: words,
		fileName: words,
	},
	not: { required: ['mediaUrl', 'base64'] },
	allOf: [
		needs('text', 'text'),
		needs('reaction', 'emoji'),
		needs('location', 'location'),
		needs('contacts', 'contacts'),
		needs('button', 'text'),
		needs('listReply', 'text'),
		needs('edit', 'text'),
		needs('edit', 'replyTo'),
		needs('delete', 'replyTo'),
	],
});

/** `mediaUrl` is the address of a stored file. */
export async function contentOf(
	world: World,
	message: WrittenMessage,
	mediaUrl: string,
): Promise<{ text: string; content: Content }> {
	const { text = '', mentionsAgent, caption } = message;
	const voice = message.type === 'voice' || undefined;
	const type = message.type === 'voice' ? 'audio' : (message.type ?? 'text');
	if (!isMedia(type)) {
		const { emoji, location, contacts } = message;
		const isChoice = type === 'button' || type === 'listReply';
		const payload = isChoice ? (message.payload ?? text) : undefined;
		return { text, content: { type, emoji, location, contacts, payload, mentionsAgent } };
	}
	const file = await fileOf(type, message);
	const id = newMediaId();
	world.files.set(id, file);
	const { name: filename, mimeType, bytes } = file;
	const link = `${mediaUrl}/${id}`;
	const media = { id, link, mimeType, sha256: sha256(bytes), caption, filename, voice };
	return { text: caption ?? '', content: { type, media, mentionsAgent } };
}

const samples = {
	image: 'photo.jpg',
	video: 'clip.mp4',
	audio: 'voice.ogg',
	document: 'paper.pdf',
	sticker: 'sticker.webp',
} satisfies Record<ReceivedMediaType, string>;

const isMedia = (type: WrittenType): type is ReceivedMediaType => type in samples;

async function fileOf(type: ReceivedMediaType, message: WrittenMessage): Promise<StoredFile> {
	const sample = sampleFile(samples[type]) as StoredFile;
	const { mediaUrl, base64, mimeType, fileName } = message;
	const given = (bytes: Buffer, foundType?: string, foundName = sample.name) => ({
		name: fileName ?? foundName,
		mimeType: mimeType ?? foundType ?? sample.mimeType,
		bytes,
	});
	if (base64 !== undefined) return given(Buffer.from(base64, 'base64'));
	if (mediaUrl === undefined) return given(sample.bytes);
	const { data, headers } = await fetched(mediaUrl);
	const { pathname } = new URL(mediaUrl);
	return given(data, String(headers['content-type']), pathname.split('/').pop());
}

const fetched = async (url: string) =>
	await axios
		.get<Buffer>(url, { responseType: 'arraybuffer', proxy: false })
		.catch((error: Error) => {
			throw new Impossible(`${url} could not be fetched: ${error.message}`);
		});
