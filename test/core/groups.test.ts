/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { pipeline, Readable } from 'node:stream';

import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { sampleFile } from '../../sandbox/world/files';
import type { ProviderName } from '../../sandbox/providers';
import { person } from '../sandbox/support';
import { listGroups } from '../support/action';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { startServer } from './support/servers';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';
const cloud: ProviderName[] = ['dialog360', 'metaCloud'];
/** A1Base accepts a picture by URL only. */
const withPictureFiles: ProviderName[] = [...cloud, 'oneMsg'];

// A1Base's sends can't quote a message.
describe.each<ProviderName>([...cloud, 'oneMsg'])('%s replies', (provider) => {
	test('quoting the message', async () => {
		const control = sandbox.control(provider);
		const { group, older } = await setUp(provider, control);

		const { error } = await sandbox.run(provider, 'message.send', {
			group: groupField(group),
			text: 'Yes',
			options: { replyTo: older.id },
		});

		expect(error).toBeUndefined();
		const newest = (await control.group(group)).messages.at(-1);
		expect(newest).toMatchObject({ text: 'Yes', replyTo: older.id });
	});
});

describe.each(cloud)('%s removes people', (provider) => {
	const remove = async (participants: string) => {
		const control = sandbox.control(provider);
		const group = await control.seed(3);
		const run = await sandbox.run(
			provider,
			'participant.remove',
			{ group: groupField(group), participants },
			{ onError },
		);
		const left = (await control.group(group)).participants.map(({ id }) => id);
		return { run, left, calls: await control.calls() };
	};

	test('with one outcome per person', async () => {
		const { run, left } = await remove(`+${person(0).id}, +${person(2).id}`);

		expect(run.json).toMatchObject([
			{ participantId: person(0).id, success: true, error: null },
			{ participantId: person(2).id, success: true, error: null },
		]);
		expect(left).not.toContain(person(0).id);
		expect(left).toContain(person(1).id);
	});

	test('when only some could be and the answer does not say who, nothing is claimed', async () => {
		const { run, left } = await remove(`+${person(0).id}, +${person(7).id}`);

		const unknown = { success: null, error: expect.stringMatching(/only some.*131201/i) };
		expect(run.json).toMatchObject([
			{ participantId: person(0).id, ...unknown },
			{ participantId: person(7).id, ...unknown },
		]);
		expect(left).not.toContain(person(0).id);
	});

	test('only the people that the response lists have failed', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(3);
		const error = { code: 131201, message: 'Only a part succeeded' };
		const failed_participants = [{ input: person(1).id, errors: [{ code: 131212 }] }];
		await control.set({ answerNext: { status: 206, body: { error, failed_participants } } });

		const { json } = await sandbox.run(provider, 'participant.remove', {
			group: groupField(group),
			participants: `+${person(0).id}, +${person(1).id}`,
		});

		expect(json).toMatchObject([
			{ participantId: person(0).id, success: true, error: null },
			{ participantId: person(1).id, success: false, error: expect.stringContaining('131212') },
		]);
	});

	test('a person who is listed twice is removed once', async () => {
		const { run, left } = await remove(`+${person(0).id}, 00${person(0).id}`);

		expect(run.json).toMatchObject([{ participantId: person(0).id, success: true }]);
		expect(left).not.toContain(person(0).id);
	});

	test('the item fails if nobody could be removed', async () => {
		const { run } = await remove(`+${person(7).id}`);

		expect(failureIn(run).error).toMatch(/not.*in the group/i);
	});

	const nine = Array.from({ length: 9 }, (_, index) => `+1555000333${index}`).join(',');
	test.each([
		[nine, /9 people in “Members”.*at most 8/, /several items/],
		['', /“Members” is empty/, /Fill in/],
		['Ada', /“Ada” in “Members” isn't a phone number/, /country code/],
	])('“%s” is refused without a call', async (participants, says, advises) => {
		const { run, left, calls } = await remove(`={{ ${JSON.stringify(participants)} }}`);

		const { error, details } = failureIn(run);
		expect(error).toMatch(says);
		expect(details.description).toMatch(advises);
		expect(left).toContain(person(0).id);
		expect(calls).toEqual([]);
	});
});

describe('pictures', () => {
	const photo = sampleFile('photo.jpg')?.bytes ?? Buffer.alloc(0);
	/** The sample with another width and height in its frame header. */
	const resized = (width: number, height: number) => {
		const bytes = Buffer.from(photo);
		const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
		bytes.writeUInt16BE(height, frame + 5);
		bytes.writeUInt16BE(width, frame + 7);
		return bytes;
	};
	const binaryOf = (bytes: Buffer, fileName = 'crew.jpg'): { data: IBinaryData } => ({
		data: { data: bytes.toString('base64'), mimeType: 'image/jpeg', fileName },
	});
	const update = async (
		provider: ProviderName,
		updateFields: INodeParameters,
		options: object = {},
	) => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const run = await sandbox.run(
			provider,
			'group.update',
			{ group: groupField(group), updateFields },
			options,
		);
		return { run, picture: (await control.group(group)).picture, calls: await control.calls() };
	};
	const fromFile = { pictureBinaryPropertyName: 'data' };

	test.each(withPictureFiles)('%s accepts one from the workflow', async (provider) => {
		const { run, picture } = await update(provider, fromFile, { binary: binaryOf(photo) });

		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([{ success: true }]);
		expect(picture).toMatchObject({ mimeType: 'image/jpeg' });
	});

	test.each(withPictureFiles)('%s accepts one by URL', async (provider) => {
		const pictureUrl = `${sandbox.url}/sandbox/files/photo.jpg`;

		const { run, picture } = await update(provider, { pictureUrl });

		expect(run.error).toBeUndefined();
		expect(picture).not.toBeNull();
	});

	test.each(cloud)('%s stops reading an address after 5 MB', async (provider) => {
		let sent = 0;
		function* megabytes() {
			for (; sent < 200; sent++) yield Buffer.alloc(1024 * 1024);
		}
		const server = await startServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'image/jpeg' });
			pipeline(Readable.from(megabytes()), response, () => {});
		});

		const { run, calls } = await update(provider, { pictureUrl: server.url }, { onError });

		expect(failureIn(run).error).toMatch(/could not be downloaded/);
		expect(failureIn(run).details.description).toMatch(/larger than 5 MB/);
		expect(sent).toBeLessThan(30);
		expect(calls).toEqual([]);
	});

	test.each([
		['not an address', /isn't a valid URL/, /full URL/],
		['http://127.0.0.1:1/none.jpg', /could not be downloaded/, /ECONNREFUSED|refused/],
	])('explains the address “%s”', async (pictureUrl, says, advises) => {
		const { run, calls } = await update('dialog360', { pictureUrl }, { onError });

		expect(failureIn(run).error).toMatch(says);
		expect(failureIn(run).details.description).toMatch(advises);
		expect(calls).toEqual([]);
	});

	test('A1Base accepts one by URL, and says so for a file', async () => {
		const pictureUrl = 'https://example.com/crew.jpg';
		const { picture } = await update('a1Base', { pictureUrl });
		expect(picture).toMatchObject({ link: pictureUrl });

		const refused = await update('a1Base', fromFile, { binary: binaryOf(photo), onError });
		expect(failureIn(refused.run).error).toMatch(/A1Base only accepts.*public URL/);
		expect(refused.calls.at(-1)?.body).toMatchObject({ image_url: pictureUrl });
	});

	const cases = withPictureFiles.flatMap((provider) =>
		[
			{ bytes: Buffer.from('\x89PNG\r\n\x1a\nrest'), says: /not a JPEG/ },
			{ bytes: Buffer.alloc(0), says: /is empty/ },
			{ bytes: photo.subarray(0, 30), says: /not a JPEG/ },
			{ bytes: resized(200, 300), says: /not square \(200 × 300\)/ },
			{ bytes: resized(191, 191), says: /too small \(191 × 191\)/ },
			{ bytes: Buffer.concat([photo, Buffer.alloc(5 * 1024 * 1024)]), says: /larger than 5 MB/ },
		].map((row) => ({ provider, ...row })),
	);
	test.each(cases)('$provider: what WhatsApp refuses, $says, is not sent', async (row) => {
		const { provider, bytes, says } = row;

		const { run, picture, calls } = await update(provider, fromFile, {
			binary: binaryOf(bytes),
			onError,
		});

		expect(failureIn(run).error).toMatch(says);
		expect(picture).toBeNull();
		expect(calls).toEqual([]);
	});

	test('nothing to change is explained', async () => {
		const { run } = await update('dialog360', {}, { onError });
		expect(failureIn(run).error).toMatch(/nothing to change/);
	});
});

test('A1Base changes one field after another, and an error says which are changed already', async () => {
	const server = await startServer(({ body }, response) => {
		const refused = JSON.parse(body).action === 'update_description';
		const answer = refused ? { detail: 'Too plain' } : { status: 'success' };
		response.writeHead(refused ? 400 : 200).end(JSON.stringify(answer));
	});

	const run = await sandbox.run(
		'a1Base',
		'group.update',
		{
			group: groupField('chat_1'),
			updateFields: { subject: 'Crew', description: 'Us', pictureUrl: 'https://example.com/a.jpg' },
		},
		{ account: { baseUrl: server.url }, onError },
	);

	const { error, details } = failureIn(run);
	expect(error).toContain('Too plain');
	expect(details).toMatchObject({ httpStatus: 400 });
	expect(details.description).toMatch(/^Changed before this failed: Group Name\./m);
	expect(server.seen.map(({ body }) => JSON.parse(body).action)).toEqual([
		'update_name',
		'update_description',
	]);
});

/** 360dialog's list, page by page, from a server with a given number of groups. */
async function listServer(count: number, failures: Record<string, object[]> = {}) {
	return await startServer(({ path = '' }, response) => {
		const { searchParams } = new URL(path, 'http://provider.test');
		const after = searchParams.get('after') ?? '0';
		const failure = failures[after]?.shift();
		if (failure) {
			response.writeHead(400).end(JSON.stringify(failure));
			return;
		}
		const from = Number(after);
		const to = Math.min(count, from + Number(searchParams.get('limit')));
		const groups = Array.from({ length: to - from }, (_, index) => ({
			id: `g${from + index}`,
			subject: `Crew ${from + index}`,
			created_at: '1700000000',
		}));
		const next = to < count ? { next: `after=${to}` } : {};
		const paging = { cursors: { after: String(to) }, ...next };
		response.writeHead(200).end(JSON.stringify({ data: { groups }, paging }));
	});
}

describe('long lists', () => {
	const getMany = async (baseUrl: string, options: object = {}) =>
		await sandbox.run(
			'dialog360',
			'group.getMany',
			{ returnAll: true },
			{
				account: { baseUrl },
				...options,
			},
		);

	test.each([0, 1, 10_000])('%i groups are listed completely', async (count) => {
		const server = await listServer(count);

		const { json, error } = await getMany(server.url);

		expect(error).toBeUndefined();
		expect(json.map(({ groupId }) => groupId)).toEqual(
			Array.from({ length: count }, (_, index) => `g${index}`),
		);
	});

	test('a search in 10,000 groups reads large pages', async () => {
		const server = await listServer(10_000);
		const credentials = sandbox.credentials('dialog360', { baseUrl: server.url });

		const { results } = await listGroups(
			{ parameters: { provider: 'dialog360' }, credentials },
			'nothing like it',
		);

		expect(results).toEqual([]);
		expect(server.seen.length).toBe(10);
	});

	const expired = { error: { code: 131059, message: 'The cursor has expired' } };
	test('after an expired cursor the list starts again, without duplicates', async () => {
		const server = await listServer(2500, { 2048: [expired] });

		const { json } = await getMany(server.url);

		expect(json).toHaveLength(2500);
		expect(new Set(json.map(({ groupId }) => groupId)).size).toBe(2500);
		expect(server.seen).toHaveLength(6);
	});

	test('a cursor that keeps expiring is an error', async () => {
		const server = await listServer(2500, { 2048: [expired, expired, expired] });

		const { details } = failureIn(await getMany(server.url, { onError }));

		expect(details.description).toContain('131059');
		expect(server.seen).toHaveLength(6);
	});
});
