import type { IBinaryData } from 'n8n-workflow';

import type { MediaType } from '../../nodes/WhatsAppGroups/contract/operations';
import { sampleFile } from '../../sandbox/world/files';
import type { Message } from '../../sandbox/world/model';
import type { ProviderName } from '../../sandbox/providers';
import { client } from '../sandbox/support';
import { displayNames, failureIn, groupField, useHouse } from './support/house';
import { setScene } from './support/scene';

const house = useHouse();
const onError = 'continueRegularOutput';

const everyProvider = Object.keys(displayNames) as ProviderName[];
/** A1Base takes public addresses only. */
const takesFiles = everyProvider.filter((provider) => provider !== 'a1Base');

const samples: Record<MediaType, string> = {
	image: 'photo.jpg',
	video: 'clip.mp4',
	audio: 'voice.ogg',
	document: 'paper.pdf',
};
const kinds = Object.keys(samples) as MediaType[];

function fileOf(name: string) {
	const file = sampleFile(name);
	if (file === undefined) throw new Error(`There is no ${name}`);
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

async function scene(provider: ProviderName) {
	const control = house.control(provider);
	const { group, message } = await setScene(provider, control);
	return {
		group,
		message,
		send: async (parameters: object, options: object = {}) =>
			await house.run(
				provider,
				'message.send',
				{ group: groupField(group), messageType: 'media', ...parameters },
				options,
			),
		/** The bytes that the sandbox was sent. */
		arrived: async (sent?: Message) =>
			Buffer.from(
				(await control.http.get(`/media/${sent?.media?.id}`, { responseType: 'arraybuffer' })).data,
			),
		newest: async () => (await control.group(group)).messages.at(-1),
		calls: control.calls,
	};
}

describe.each(everyProvider)('%s sends from a URL', (provider) => {
	test.each(kinds)('%s', async (mediaType) => {
		const { group, send, newest } = await scene(provider);
		const mediaUrl = `${house.sandbox.url}/sandbox/files/${samples[mediaType]}`;
		const caption = mediaType === 'audio' ? undefined : 'Look';

		const { json, error } = await send({ mediaType, mediaSource: 'url', mediaUrl, caption });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ provider, groupId: group.id }]);
		expect(await newest()).toMatchObject({
			type: mediaType,
			// A1Base wants a text with every file.
			text: caption ?? (provider === 'a1Base' ? samples[mediaType] : ''),
			media: { link: mediaUrl },
			fromBusiness: true,
		});
	});
});

describe.each(takesFiles)('%s sends a file of the workflow', (provider) => {
	test.each(kinds)('%s, every byte of it', async (mediaType) => {
		const { group, send, newest, arrived } = await scene(provider);

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

	test('under the name that is asked for, with a caption and as a reply', async () => {
		const { message, send, newest } = await scene(provider);

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

	test('by the ID of an earlier upload, which is no further upload', async () => {
		const { send, newest, calls, arrived } = await scene(provider);
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

/** The cloud's files have to be uploaded, so a send tells the ID; 1MSG has a call of its own. */
async function uploaded(
	provider: ProviderName,
	send: () => Promise<Array<{ answer?: unknown }>>,
): Promise<string> {
	if (provider !== 'oneMsg') {
		return (await send()).map(({ answer }) => (answer as { id?: string }).id).find(Boolean) ?? '';
	}
	const { baseUrl, channelId, apiKey } = house.sandbox.accounts.oneMsg;
	const { bytes, mimeType } = fileOf('photo.jpg');
	const http = client(`${baseUrl}/${channelId}`, { Authorization: `Bearer ${apiKey}` });
	const body = `data:${mimeType};base64,${bytes.toString('base64')}`;
	return (await http.post('/uploadMedia', { body })).data.mediaId;
}

describe.each(['binary', 'id'])('A1Base, %s', (mediaSource) => {
	test('says that it takes an address only, and calls nothing', async () => {
		const { send, calls } = await scene('a1Base');

		const { error, details } = failureIn(
			await send(
				{ mediaType: 'image', mediaSource, binaryPropertyName: 'data', mediaId: '17' },
				{ binary: sample('image'), onError },
			),
		);

		expect(error).toMatch(/A1Base.*public URL/);
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
			advises: /fetches or reads the file/,
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
			what: 'a picture above 5 MB',
			mediaType: 'image',
			binary: { data: binaryOf(megabytes(5), 'image/png', 'big.png') },
			says: /big\.png.* 5\.0 MB.*at most 5 MB/,
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
		const { send, calls } = await scene(provider);

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
		const { send, calls } = await scene('dialog360');

		const { error, details } = failureIn(
			await send({ mediaType: 'image', mediaSource: 'url', mediaUrl }, { onError }),
		);

		expect(error).toMatch(/no web address/);
		expect(details.description).toMatch(/https:\/\//);
		expect(await calls()).toEqual([]);
	},
);
