import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../contract/errors';
import { typeOfName } from '../../contract/fileTypes';
import { mediaTypeOf } from '../../contract/mediaLimits';
import type { MediaSource, MediaType, OutgoingMessage } from '../../contract/operations';
import { checkedUrl, nameOfUrl } from '../../contract/urls';
import { withNotices } from '../../editor/withNotices';
import { forProvidersAccepting, whereAccepted } from '../fields';
import type { Parameters } from '../helpers/Parameters';

const TYPES = ['automatic', 'audio', 'document', 'image', 'video'] as const;

const fields: INodeProperties[] = [
	{
		displayName: 'Media Type',
		name: 'mediaType',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio' },
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Use the type of the file. Anything other than audio, an image or a video is sent as a document.',
			},
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'automatic',
		description: 'How WhatsApp shows the file in the chat',
	},
	...withNotices({
		displayName: 'Media Source',
		name: 'mediaSource',
		type: 'options',
		options: [
			{
				name: 'File From This Workflow',
				value: 'binary',
				description: 'A file that an earlier node downloaded or read',
				displayOptions: forProvidersAccepting('message.send', 'file'),
			},
			{
				name: 'Media ID',
				value: 'id',
				description: 'A file that is already uploaded to the provider',
				displayOptions: forProvidersAccepting('message.send', 'id'),
			},
			{ name: 'URL', value: 'url', description: 'A file with a public URL' },
		],
		default: 'url',
		description: 'Where the file comes from',
	}),
	{
		displayName: 'Media URL',
		name: 'mediaUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/agenda.pdf',
		description: 'The public URL of the file',
		displayOptions: { show: { mediaSource: ['url'] } },
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		description:
			'The name of the input field that contains the file, or an expression that returns the file',
		displayOptions: { show: { mediaSource: ['binary'] } },
	},
	{
		displayName: 'Media ID',
		name: 'mediaId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1037543291543636',
		description: 'The ID that the provider returned for the uploaded file',
		displayOptions: { show: { mediaSource: ['id'] } },
	},
	whereAccepted('message.send', 'caption', {
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. The agenda for Monday',
		description: "The text below the file. Audio files can't have a caption.",
	}),
	whereAccepted('message.send', 'fileName', {
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. agenda.pdf',
		description:
			'The name of the document in the chat. If empty, the name of the file or at the end of the URL.',
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
		mediaType: readType(parameters, source),
		source,
		caption: parameters.optionalText('caption', 'Caption'),
		fileName: parameters.optionalText('fileName', 'File Name') ?? nameOf(source),
	};
}

/** The end of a URL is only a name if it says what type of file it is. */
function nameOf(source: MediaSource): string | undefined {
	if ('file' in source) return source.file.fileName;
	const name = 'url' in source ? nameOfUrl(source.url) : '';
	return typeOfName(name) === undefined ? undefined : name;
}

async function readSource(parameters: Parameters): Promise<MediaSource> {
	switch (parameters.oneOf('mediaSource', 'Media Source', ['binary', 'id', 'url'])) {
		case 'binary':
			return { file: await parameters.file('binaryPropertyName') };
		case 'id':
			return { id: parameters.requiredId('mediaId', 'Media ID') };
		case 'url':
			return { url: checkedUrl(parameters.requiredText('mediaUrl', 'Media URL'), 'Media URL') };
	}
}

function readType(parameters: Parameters, source: MediaSource): MediaType {
	const type = parameters.oneOf('mediaType', 'Media Type', TYPES);
	if (type !== 'automatic') return type;
	if ('file' in source) return mediaTypeOf(source.file.mimeType);
	const known = 'url' in source ? typeOfName(nameOfUrl(source.url)) : undefined;
	if (known !== undefined) return mediaTypeOf(known);
	throw new FieldError(
		'Media Type',
		`The ${'url' in source ? 'URL' : 'media ID'} doesn't say what type of file it is`,
		'Set “Media Type” to the type of the file.',
	);
}
