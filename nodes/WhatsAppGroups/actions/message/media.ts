import type { INodeProperties } from 'n8n-workflow';

import type { MediaSource, MediaType, OutgoingMessage } from '../../contract/operations';
import { FieldError } from '../../contract/errors';
import { forTakersOf, whereTaken } from '../fields';
import type { Parameters } from '../helpers/Parameters';

const MEDIA_TYPES: MediaType[] = ['audio', 'document', 'image', 'video'];

const fields: INodeProperties[] = [
	{
		displayName: 'Media Type',
		name: 'mediaType',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
		description: 'How the file is shown in the chat',
	},
	{
		displayName: 'Media Source',
		name: 'mediaSource',
		type: 'options',
		options: [
			{
				name: 'Binary Data',
				value: 'binary',
				description: 'A file of this workflow',
				displayOptions: forTakersOf('message.send', 'file'),
			},
			{
				name: 'Media ID',
				value: 'id',
				description: 'A file uploaded to the provider before',
				displayOptions: forTakersOf('message.send', 'id'),
			},
			{ name: 'URL', value: 'url', description: 'A public address' },
		],
		default: 'url',
		description: 'Where the file comes from',
	},
	{
		displayName: 'Media URL',
		name: 'mediaUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/agenda.pdf',
		description: 'The public address of the file',
		displayOptions: { show: { mediaSource: ['url'] } },
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		description: 'The name of the input field that holds the file',
		displayOptions: { show: { mediaSource: ['binary'] } },
	},
	{
		displayName: 'Media ID',
		name: 'mediaId',
		type: 'string',
		default: '',
		required: true,
		description: 'The ID that the provider gave the uploaded file',
		displayOptions: { show: { mediaSource: ['id'] } },
	},
	whereTaken('message.send', 'caption', {
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'The text below the file. Audio has none.',
	}),
	whereTaken('message.send', 'fileName', {
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. agenda.pdf',
		description: 'The name of a document, as the chat shows it',
	}),
];

export const mediaFields = fields.map((field) => ({
	...field,
	displayOptions: { show: { ...field.displayOptions?.show, messageType: ['media'] } },
}));

type Media = Extract<OutgoingMessage, { type: 'media' }>;

export async function readMedia(
	parameters: Parameters,
): Promise<Pick<Media, 'mediaType' | 'source' | 'caption' | 'fileName'>> {
	const source = await readSource(parameters);
	return {
		mediaType: parameters.oneOf('mediaType', 'Media Type', MEDIA_TYPES),
		source,
		caption: parameters.optionalText('caption', 'Caption'),
		fileName:
			parameters.optionalText('fileName', 'File Name') ??
			('file' in source ? source.file.fileName : undefined),
	};
}

async function readSource(parameters: Parameters): Promise<MediaSource> {
	switch (parameters.oneOf('mediaSource', 'Media Source', ['binary', 'id', 'url'])) {
		case 'binary':
			return { file: await parameters.file('binaryPropertyName') };
		case 'id':
			return { id: parameters.requiredId('mediaId', 'Media ID') };
		case 'url': {
			const url = parameters.requiredText('mediaUrl', 'Media URL');
			if (/^https?:\/\/\S+$/i.test(url)) return { url };
			throw new FieldError(
				'Media URL',
				`“${url}” isn't a valid URL`,
				'Write the full address, beginning with https://.',
			);
		}
	}
}
