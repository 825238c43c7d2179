import type { IBinaryData } from 'n8n-workflow';

import type { MediaType } from '../../nodes/WhatsAppGroups/contract/operations';
import { sampleFile } from '../../sandbox/world/files';
import type { Message } from '../../sandbox/world/model';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { client } from '../sandbox/support';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { storedFile } from '../support/storedFiles';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

/** A1Base accepts public addresses only. */
const takesFiles = providerNames.filter((provider) => provider !== 'a1Base');

const samples: Record<MediaType, string> = {
	image: 'photo.jpg',
	video: 'clip.mp4',
	audio: 'voice.ogg',
	document: 'paper.pdf',
};
const kinds = Object.keys(samples) as MediaType[];

function fileOf(name: string) {
	const file = sampleFile(name);
	if (file === undefined) throw new Error(`${name} doesn't exist`);
	return file;
}

const binaryOf = (bytes: Buffer, mimeType: string, fileName: string): IBinaryData => ({
	data: bytes.toString('base64'),
	mimeType,
	fileName,
});

const sample = (mediaType: MediaType) => {
	const { bytes, mimeType, name } = fileOf(samples[mediaType]);
	return { data: binaryOf(bytes, mimeType, name) };
};

async function setup(provider: ProviderName) {
	const control = sandbox.control(provider);
	const { group, message } = await setUp(provider, control);
	return {
		group,
		message,
		send: async (parameters: object, options: object = {}) =>
			await sandbox.run(
				provider,
				'message.send',
				{ group: groupField(group), messageType: 'media', ...parameters },
				options,
			),
		/** The bytes that the sandbox received. */
		arrived: async (sent?: Message) =>
			Buffer.from(
				(await control.http.get(`/media/${sent?.media?.id}`, { responseType: 'arraybuffer' })).data,
			),
		newest: async () => (await control.group(group)).messages.at(-1),
		calls: control.calls,
	};
}

describe.each(providerNames)('%s sends from a URL', (provider) => {
	test.each(kinds)('%s', async (mediaType) => {
		const { group, send, newest } = await setup(provider);
		const mediaUrl = `${sandbox.url}/sandbox/files/${samples[mediaType]}`;
		const caption = mediaType === 'audio' ? undefined : 'Look';

		const { json, error } = await send({ mediaType, mediaSource: 'url', mediaUrl, caption });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ provider, groupId: group.id }]);
		expect(await newest()).toMatchObject({
			type: mediaType,
			// A1Base requires a text with every file.
			text: caption ?? (provider === 'a1Base' ? samples[mediaType] : ''),
			media: { link: mediaUrl },
			fromBusiness: true,
		});
	});

	test.each([
		['paper.pdf', 'paper.pdf'],
		['paper.pdf?name=agenda.docx', 'paper.pdf'],
		['paper', undefined],
	])('names the document at …/%s', async (path, filename) => {
		const { send, newest } = await setup(provider);
		const mediaUrl = `https://example.com/files/${path}`;

		await send({ mediaType: 'document', mediaSource: 'url', mediaUrl });

		// A1Base has no field for the name, and 1MSG requires one.
		const others: Partial<Record<ProviderName, unknown>> = {
			a1Base: undefined,
			oneMsg: filename ?? 'paper',
		};
		const expected = provider in others ? others[provider] : filename;
		expect((await newest())?.media?.filename).toBe(expected);
	});
});

describe.each(takesFiles)('%s sends a file of the workflow', (provider) => {
	test.each(kinds)('%s, with every byte', async (mediaType) => {
		const { group, send, newest, arrived } = await setup(provider);

		const { json, error } = await send(
			{ mediaType, mediaSource: 'binary', binaryPropertyName: 'data' },
			{ binary: sample(mediaType) },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ provider, groupId: group.id, status: 'sent' }]);
		const message = await newest();
		expect(message).toMatchObject({ type: mediaType, fromBusiness: true });
		expect(await arrived(message)).toEqual(fileOf(samples[mediaType]).bytes);
		if (mediaType === 'document') expect(message?.media?.filename).toBe('paper.pdf');
	});

	test('with a name, with a caption and as a reply', async () => {
		const { message, send, newest } = await setup(provider);

		const { error } = await send(
			{
				mediaType: 'document',
				mediaSource: 'binary',
				binaryPropertyName: 'data',
				caption: 'As promised',
				fileName: 'agenda “June”.pdf',
				options: { replyTo: message.id },
			},
			{ binary: sample('document') },
		);

		expect(error).toBeUndefined();
		expect(await newest()).toMatchObject({
			text: 'As promised',
			replyTo: message.id,
			media: { filename: 'agenda “June”.pdf' },
		});
	});

	test('by the ID of an earlier upload, without another one', async () => {
		const { send, newest, calls, arrived } = await setup(provider);
		const mediaId = await uploaded(provider, async () => {
			await send(
				{ mediaType: 'image', mediaSource: 'binary', binaryPropertyName: 'data' },
				{ binary: sample('image') },
			);
			return await calls();
		});
		const before = (await calls()).length;

		const { error } = await send({ mediaType: 'image', mediaSource: 'id', mediaId });

		expect(error).toBeUndefined();
		expect(await calls()).toHaveLength(before + 1);
		const message = await newest();
		expect(message).toMatchObject({ type: 'image', media: { id: mediaId } });
		expect(await arrived(message)).toEqual(fileOf('photo.jpg').bytes);
	});
});

/** With the Cloud API, sending a file uploads it, and the ID is in that call. 1MSG has a call of its own. */
async function uploaded(
	provider: ProviderName,
	send: () => Promise<Array<{ answer?: unknown }>>,
): Promise<string> {
	if (provider !== 'oneMsg') {
		return (await send()).map(({ answer }) => (answer as { id?: string }).id).find(Boolean) ?? '';
	}
	const { baseUrl, channelId, apiKey } = sandbox.accounts.oneMsg;
	const { bytes, mimeType } = fileOf('photo.jpg');
	const http = client(`${baseUrl}/${channelId}`, { Authorization: `Bearer ${apiKey}` });
	const body = `data:${mimeType};base64,${bytes.toString('base64')}`;
	return (await http.post('/uploadMedia', { body })).data.mediaId;
}

describe.each(['binary', 'id'])('A1Base, %s', (mediaSource) => {
	test('says that it accepts a URL only, without a call', async () => {
		const { send, calls } = await setup('a1Base');

		const { error, details } = failureIn(
			await send(
				{ mediaType: 'image', mediaSource, binaryPropertyName: 'data', mediaId: '17' },
				{ binary: sample('image'), onError },
			),
		);

		expect(error).toMatch(/A1Base only accepts files by public URL/);
		expect(details.description).toMatch(/“Media Source” to “URL”/);
		expect(await calls()).toEqual([]);
	});
});

describe.each(takesFiles)('%s refuses before it sends', (provider) => {
	const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024 + 1);
	const source = { mediaSource: 'binary', binaryPropertyName: 'data' };
	test.each([
		{
			what: 'an item without files',
			mediaType: 'image',
			binary: undefined,
			says: /no file in “data”/,
			advises: /downloads or reads the file/,
		},
		{
			what: 'an item with other files',
			mediaType: 'image',
			binary: { photo: sample('image').data, paper: sample('document').data },
			says: /no file in “data”/,
			advises: /photo, paper/,
		},
		{
			what: 'a picture of a kind that chats do not show',
			mediaType: 'image',
			binary: { data: binaryOf(Buffer.from('GIF89a'), 'image/gif', 'cat.gif') },
			says: /image\/gif.*image.*cat\.gif/,
			advises: /image\/jpeg, image\/png.*document/,
		},
		{
			what: 'an empty file',
			mediaType: 'image',
			binary: { data: binaryOf(Buffer.alloc(0), 'image/png', 'nothing.png') },
			says: /nothing\.png.*is empty/,
			advises: /creates or downloads/,
		},
		{
			what: 'a file of an unknown type',
			mediaType: 'document',
			binary: { data: binaryOf(Buffer.from('abc'), 'application/octet-stream', 'dump') },
			says: /type of “dump” is unknown/,
			advises: /extension/,
		},
		{
			what: 'a media type that the menu does not have',
			mediaType: 'photo',
			binary: sample('image'),
			says: /“photo” isn't an option of “Media Type”/,
			advises: /image/,
		},
		{
			what: 'a picture above 5 MB',
			mediaType: 'image',
			binary: { data: binaryOf(megabytes(5), 'image/png', 'big.png') },
			says: /big\.png.* is 5\.0 MB.*at most 5 MB for an image/,
			advises: /smaller.*document/,
		},
		{
			what: 'a film above 16 MB',
			mediaType: 'video',
			binary: { data: binaryOf(megabytes(16), 'video/mp4', 'long.mp4') },
			says: /long\.mp4.*at most 16 MB/,
			advises: /smaller.*document/,
		},
		{
			what: 'a document above 100 MB',
			mediaType: 'document',
			binary: { data: binaryOf(megabytes(100), 'application/zip', 'all.zip') },
			says: /all\.zip.*at most 100 MB/,
			advises: /smaller/,
		},
	])('$what', async ({ mediaType, binary, says, advises }) => {
		const { send, calls } = await setup(provider);

		const { error, details } = failureIn(await send({ mediaType, ...source }, { binary, onError }));

		expect(error).toMatch(says);
		expect(details.description).toMatch(advises);
		expect(details.status).toBeUndefined();
		expect(await calls()).toEqual([]);
	});
});

test.each(['example.com/a.jpg', 'ftp://example.com/a.jpg'])(
	'an address like “%s” is explained',
	async (mediaUrl) => {
		const { send, calls } = await setup('dialog360');

		const { error, details } = failureIn(
			await send({ mediaType: 'image', mediaSource: 'url', mediaUrl }, { onError }),
		);

		expect(error).toMatch(/isn't a valid URL/);
		expect(details.description).toMatch(/https:\/\//);
		expect(await calls()).toEqual([]);
	},
);

test.each([
	['https://files.example/My report.pdf', 'https://files.example/My%20report.pdf', 'My report.pdf'],
	['https://files.example/a\u00a0b.pdf', 'https://files.example/a%C2%A0b.pdf', 'a\u00a0b.pdf'],
	['https://files.example/50%off.png', 'https://files.example/50%off.png', '50%off.png'],
	['https://files.example/m%E9nu.png', 'https://files.example/m%E9nu.png', 'm%E9nu.png'],
	['https://files.example/M%C3%BCller%20x.png?a=%', undefined, 'Müller x.png'],
])('1MSG gets “%s” with its name', async (mediaUrl, link = mediaUrl, name) => {
	const { send, calls } = await setup('oneMsg');

	const { error } = await send({ mediaType: 'automatic', mediaSource: 'url', mediaUrl });

	expect(error).toBeUndefined();
	expect((await calls()).at(-1)?.body).toMatchObject({ body: link, filename: name });
});

test('A1Base shows the name of a file decoded', async () => {
	const { send, newest } = await setup('a1Base');
	const mediaUrl = 'https://files.example/M%C3%BCller%20Report.pdf';

	await send({ mediaType: 'document', mediaSource: 'url', mediaUrl });

	expect(await newest()).toMatchObject({ text: 'Müller Report.pdf' });
});

describe.each(takesFiles)('%s, with the file as n8n has it', (provider) => {
	const source = { mediaType: 'image', mediaSource: 'binary' };

	test.each([
		{ binaryPropertyName: '_files.photo', input: [{ _files: { photo: sample('image').data } }] },
		{
			binaryPropertyName: '={{ $json._files.photo }}',
			input: [{ _files: { photo: sample('image').data } }],
		},
	])('combined binary mode, $binaryPropertyName', async ({ binaryPropertyName, input }) => {
		const { send, newest, arrived } = await setup(provider);

		const { error } = await send(
			{ ...source, binaryPropertyName },
			{ input, settings: { binaryMode: 'combined' } },
		);

		expect(error).toBeUndefined();
		expect(await arrived(await newest())).toEqual(fileOf('photo.jpg').bytes);
	});

	test('by an expression that returns the file of an earlier node', async () => {
		const { send, newest, arrived } = await setup(provider);

		const { error } = await send(
			{ ...source, binaryPropertyName: "={{ $('Start').item.binary.photo }}" },
			{ binary: { photo: sample('image').data } },
		);

		expect(error).toBeUndefined();
		expect(await arrived(await newest())).toEqual(fileOf('photo.jpg').bytes);
	});

	test('stored outside the item, and read in chunks', async () => {
		const { send, newest, arrived } = await setup(provider);

		const { error } = await send(
			{ ...source, binaryPropertyName: 'data' },
			{ binary: { data: storedFile('photo.jpg', 'image/jpeg', fileOf('photo.jpg').bytes) } },
		);

		expect(error).toBeUndefined();
		expect(await arrived(await newest())).toEqual(fileOf('photo.jpg').bytes);
	});

	test.each([
		{ what: 'is too short', bytes: Buffer.alloc(90), says: /size has changed/ },
		{ what: 'is too long', bytes: Buffer.alloc(110), says: /size has changed/ },
		{ what: 'is gone', bytes: undefined, says: /could not be read/ },
	])('a stored file that $what is not sent', async ({ bytes, says }) => {
		const { send, calls } = await setup(provider);

		const { error, details } = failureIn(
			await send(
				{ ...source, binaryPropertyName: 'data' },
				{ binary: { data: storedFile('broken.jpg', 'image/jpeg', bytes, 100) }, onError },
			),
		);

		expect(error).toMatch(says);
		expect(details.status).toBeUndefined();
		expect(await calls()).toEqual([]);
	});

	test('an object that is not a file is refused', async () => {
		const { send, calls } = await setup(provider);

		const { error, details } = failureIn(
			await send(
				{ ...source, binaryPropertyName: '={{ $json }}' },
				{ input: [{ a: 1 }], binary: sample('image'), onError },
			),
		);

		expect(error).toMatch(/isn't a file/);
		expect(details.description).toMatch(/files in: data/);
		expect(await calls()).toEqual([]);
	});

	test.each([
		['image/jpg', 'x.jpg', '\xff\xd8\xff', 'image', 'image/jpeg'],
		['application/octet-stream', 'x.png', 'not really', 'image', 'image/png'],
		['application/octet-stream', 'blob', '\x89PNG\r\n', 'image', 'image/png'],
		['text/plain', 'blob', '\0\0\0\x20ftypisom', 'video', 'video/mp4'],
		['audio/x-m4a', 'x.m4a', 'abc', 'audio', 'audio/mp4'],
		['audio/x-aac', 'x.aac', 'abc', 'audio', 'audio/aac'],
		['audio/opus', 'x.opus', 'OggS', 'audio', 'audio/opus'],
		['', 'voice', 'OggS', 'audio', 'audio/ogg'],
		['text/csv', 'x.csv', 'a,b', 'document', 'text/plain'],
		['application/pdf', 'download', '%PDF-1.4', 'document', 'application/pdf'],
	])('%s %s is sent as it is listed', async (mimeType, fileName, content, type, listed) => {
		const { send, newest } = await setup(provider);
		const binary = { data: binaryOf(Buffer.from(content, 'latin1'), mimeType, fileName) };

		const { error } = await send(
			{ mediaType: 'automatic', mediaSource: 'binary', binaryPropertyName: 'data' },
			{ binary },
		);

		expect(error).toBeUndefined();
		const message = await newest();
		expect(message).toMatchObject({ type, media: { mimeType: listed } });
		if (type === 'document') expect(message?.media?.filename).toMatch(/^(x\.csv|download\.pdf)$/);
	});
});

test.each([
	['url', { mediaUrl: 'https://files.example/uc?export=download' }],
	['id', { mediaId: '17' }],
])("asks for the media type if a %s doesn't show it", async (mediaSource, more) => {
	const { send, calls } = await setup('dialog360');

	const { error, details } = failureIn(await send({ mediaSource, ...more }, { onError }));

	expect(error).toMatch(/doesn't say what type/);
	expect(details.description).toMatch(/“Media Type”/);
	expect(await calls()).toEqual([]);
});
