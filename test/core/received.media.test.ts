/** Files of received messages, downloaded as each provider documents it. */
import { sampleFile } from '../../sandbox/world/files';
import type { MediaType } from '../../sandbox/world/model';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { saved, setRawHooks, triggerOf } from './support/webhooks';
import { startReceiver, until } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import type { IncomingCall, Reception, TestTrigger } from '../support/trigger';
import { useSandbox } from './support/sandbox';
import { asCall, liveTrigger, newestDelivery, ownSecret, useN8n } from './support/liveTrigger';
import { startServer } from './support/servers';

const sandbox = useSandbox();
const server = useN8n();

const samples: Record<MediaType, string> = {
	image: 'photo.jpg',
	video: 'clip.mp4',
	audio: 'voice.ogg',
	document: 'paper.pdf',
};
const kinds = Object.keys(samples) as MediaType[];
const download = { options: { downloadMedia: true } };

interface Arrived {
	reception: Reception;
	call: IncomingCall;
	trigger: TestTrigger;
}

/** A participant sends a file, and the trigger receives the provider's delivery. */
async function arrived(
	provider: ProviderName,
	type: MediaType,
	parameters: object = download,
	more: object = {},
): Promise<Arrived> {
	const control = sandbox.control(provider);
	const group = await control.seed(1);
	const write = async () => await control.write(group, 'x', { type, caption: 'Look', ...more });
	if (provider === 'metaCloud') {
		// Its dashboard checks the address by GET, which the receiver answers.
		const receiver = await startReceiver();
		await control.set({ webhookUrl: receiver.url });
		await write();
		await until(() => receiver.received.length > 0);
		await receiver.close();
		const { headers, raw, body } = firstOf(receiver.received);
		const call = { headers, body, rawBody: Buffer.from(raw) };
		const trigger = triggerOf(sandbox, provider, parameters as never);
		return { reception: await trigger.receive(call), call, trigger };
	}
	const trigger = await liveTrigger(sandbox, server.n8n, provider, {
		events: ['message.received'],
		...parameters,
	});
	await write();
	await server.n8n.items(1);
	const call = asCall(await newestDelivery(sandbox, provider));
	return { reception: firstOf(server.n8n.receptions), call, trigger };
}

const bytesIn = ({ files }: Reception, field = 'data') =>
	Buffer.from(files?.[0]?.[field]?.data ?? '', 'base64');

/** Calls that download a file or look up its address. */
const fetches = async (provider: ProviderName) =>
	(await sandbox.control(provider).calls()).filter(({ method, path }) => {
		const isWebhook = /webhook|settings/.test(path);
		return method === 'GET' && !isWebhook;
	});

describe.each(providerNames)('%s', (provider) => {
	test.each(kinds)('a file: %s', async (type) => {
		const sample = sampleFile(samples[type]);

		const { reception } = await arrived(provider, type);

		expect(reception).toMatchObject({
			status: 200,
			body: { success: true },
			items: [{ event: 'message.received', message: { type } }],
		});
		expect(reception.items?.[0]?.message).not.toHaveProperty('media.error');
		expect(bytesIn(reception)).toEqual(sample?.bytes);
		const isGuessed = provider === 'a1Base';
		if (!isGuessed) expect(reception.files?.[0]?.data?.mimeType).toBe(sample?.mimeType);
		if (type === 'document' && ['dialog360', 'metaCloud'].includes(provider)) {
			expect(reception.files?.[0]?.data?.fileName).toBe('paper.pdf');
		}
	});

	test('into a field of another name', async () => {
		const options = { downloadMedia: true, binaryPropertyName: 'photo' };

		const { reception } = await arrived(provider, 'image', { options });

		expect(Object.keys(reception.files?.[0] ?? {})).toEqual(['photo']);
	});

	test('not downloaded without the option', async () => {
		const { reception } = await arrived(provider, 'image', {});

		expect(reception.items).toHaveLength(1);
		expect(reception.files).toBeUndefined();
		expect(await fetches(provider)).toEqual([]);
	});

	test('not downloaded for a filtered event or a duplicate', async () => {
		const { reception, trigger, call } = await arrived(provider, 'image');
		expect(reception.files).toHaveLength(1);
		const before = await fetches(provider);

		const again = await trigger.receive(call);
		const filtering = triggerOf(
			sandbox,
			provider,
			{ options: { downloadMedia: true, dedupe: false }, filters: { messageTypes: ['text'] } },
			{ webhookId: trigger.webhookId, staticData: saved(trigger) },
			provider === 'a1Base' ? { webhookSecret: ownSecret } : {},
		);
		const filtered = await filtering.receive(call);

		expect(again).toEqual({ status: 200, body: { success: true } });
		expect(filtered).toEqual({ status: 200, body: { success: true } });
		expect(await fetches(provider)).toHaveLength(before.length);
	});
});

// 1MSG and A1Base send the file's URL; these two send an ID to look up first.
describe.each(['dialog360', 'metaCloud'] as const)('%s', (provider) => {
	test('the event of a file that is gone has the reason', async () => {
		const control = sandbox.control(provider);
		await control.seed(1);
		const first = await arrived(provider, 'image', {});
		await control.set({ answerNext: { status: 404, body: { error: 'gone' } } });
		const again = triggerOf(
			sandbox,
			provider,
			{
				registration: 'manual',
				options: { downloadMedia: true, dedupe: false },
			},
			{},
			{ webhookSecret: 'a-long-word-of-my-own' },
		);

		const reception = await again.receive({
			...first.call,
			headers: { ...first.call.headers, 'x-webhook-secret': 'a-long-word-of-my-own' },
		});

		expect(reception).toMatchObject({
			status: 200,
			items: [
				{
					event: 'message.received',
					message: { type: 'image', media: { error: expect.stringMatching(/\S/) } },
				},
			],
		});
		expect(reception.files).toBeUndefined();
	});

	test('a redirect to another host does not get the key', async () => {
		await sandbox.control(provider).seed(1);
		const { call } = await arrived(provider, 'image', {});
		const elsewhere = await startServer((_request, response) => void response.end('PNG'));
		const own = await startServer(({ path }, response) => {
			const isFile = path === '/file';
			if (isFile) response.writeHead(302, { location: `${elsewhere.url}/file` }).end();
			else response.end(JSON.stringify({ url: `${own.url}/file` }));
		});
		const secret = 'a-long-word-of-my-own';
		const options = { downloadMedia: true, dedupe: false };
		const parameters = { registration: 'manual', options };
		const account = { baseUrl: own.url, webhookSecret: secret };
		const trigger = triggerOf(sandbox, provider, parameters, {}, account);

		const reception = await trigger.receive({
			...call,
			headers: { ...call.headers, 'x-webhook-secret': secret },
		});

		expect(own.seen.map(({ path }) => path)).toContain('/file');
		expect(elsewhere.seen).toEqual([]);
		expect(reception.items).toMatchObject([{ message: { media: { error: expect.any(String) } } }]);
		expect(reception.files).toBeUndefined();
	});
});

test("360dialog: the file is downloaded from 360dialog's host, with the key", async () => {
	await arrived('dialog360', 'image');

	const calls = await fetches('dialog360');
	expect(calls.map(({ path, status }) => [path, status])).toEqual([
		[expect.stringMatching(/^\/dialog360\/\d+$/), 200],
		['/dialog360/whatsapp_business/attachments/', 200],
	]);
});

test('1MSG: the raw form has an ID, which is looked up', async () => {
	const control = sandbox.control('oneMsg');
	const group = await control.seed(1);
	await liveTrigger(sandbox, server.n8n, 'oneMsg', download);
	await setRawHooks(sandbox);
	await control.write(group, 'x', { type: 'image' });
	await server.n8n.items(1);

	expect(bytesIn(firstOf(server.n8n.receptions))).toEqual(sampleFile('photo.jpg')?.bytes);
	expect((await fetches('oneMsg')).map(({ path }) => path)).toEqual([
		expect.stringMatching(/\/retrieveMedia$/),
	]);
});

describe('1MSG, whose links may be on any host', () => {
	/** Receives a message with a link, and downloads the file. */
	async function linked(url: string): Promise<Reception> {
		const control = sandbox.control('oneMsg');
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, 'oneMsg', download);
		await control.write(group, 'x', { type: 'image' });
		await server.n8n.items(1);
		const call = asCall(await newestDelivery(sandbox, 'oneMsg'));
		const body = JSON.parse(JSON.stringify(call.body));
		Object.assign(body.messages[0], { id: 'wamid.LINKED', body: url });
		return await trigger.receive({ ...call, body });
	}

	const errorOf = ({ items }: Reception) =>
		(items?.[0]?.message as { media: { error?: string } }).media.error;

	test('the request has no key', async () => {
		const asked: unknown[] = [];
		const { url } = await startServer(({ headers }, response) => {
			asked.push(headers);
			response.writeHead(200, { 'content-type': 'image/png; a=b' }).end('PNG');
		});

		const reception = await linked(`${url}/file`);

		expect(bytesIn(reception).toString()).toBe('PNG');
		expect(reception.files?.[0]?.data?.mimeType).toBe('image/png');
		expect(asked).toHaveLength(1);
		const { apiKey } = sandbox.accounts.oneMsg;
		expect(JSON.stringify(asked)).not.toContain(apiKey);
	});

	test('the download of an endless file stops, and the event comes', async () => {
		let written = 0;
		const { url } = await startServer((_request, response) => {
			const chunk = Buffer.alloc(1024 * 1024);
			const more = () => {
				while (!response.destroyed && written < 1000) {
					written += 1;
					if (!response.write(chunk)) return void response.once('drain', more);
				}
			};
			response.writeHead(200, { 'content-type': 'image/png' });
			more();
		});

		const reception = await linked(url);

		expect(reception.status).toBe(200);
		expect(reception.files).toBeUndefined();
		expect(errorOf(reception)).toMatch(/larger than 100 MB/);
		expect(written).toBeLessThan(300);
	});

	test.each([
		['never answers', () => {}],
		[
			'stops in the middle',
			(response: { writeHead: (status: number) => unknown; write: (text: string) => unknown }) => {
				response.writeHead(200);
				response.write('half');
			},
		],
	])('a server that %s is given up, and the event comes', async (_what, answer) => {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		const waits: number[] = [];
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
			waits.push(milliseconds);
			return timeout(300);
		});
		const { url } = await startServer((_request, response) => answer(response as never));

		const reception = await linked(url);

		expect(errorOf(reception)).toMatch(/\S/);
		expect(reception.files).toBeUndefined();
		expect(waits.length).toBeGreaterThan(0);
		expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
		jest.restoreAllMocks();
	});

	test.each([
		['is longer than its header says', '3', 'PNG and more', undefined],
		['is shorter than its header says', '1000', 'PNG', /\S/],
		['is empty', '0', '', /empty/],
		['is huge, according to its header', String(10 ** 15), 'PNG', /\S/],
	])('a file that %s', async (_what, length, content, error) => {
		const { url } = await startServer((_request, { socket }) => {
			socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${content}`);
		});

		const reception = await linked(url);

		expect(reception.items).toHaveLength(1);
		if (error) {
			expect(errorOf(reception)).toMatch(error);
			expect(reception.files).toBeUndefined();
		} else {
			expect(errorOf(reception)).toBeUndefined();
			expect(bytesIn(reception).toString()).toBe('PNG');
		}
	});

	test.each(['not an address', 'file:///etc/passwd', ''])(
		'“%s” is not downloaded, and the event comes',
		async (url) => {
			const reception = await linked(url);

			expect(reception.items).toMatchObject([{ event: 'message.received' }]);
			expect(reception.files).toBeUndefined();
		},
	);

	test('an error does not show the query of the address', async () => {
		const { url } = await startServer((_request, response) => void response.writeHead(403).end());

		const reception = await linked(`${url}/file?token=that-opens-it`);

		expect(errorOf(reception)).toContain('403');
		expect(JSON.stringify(errorOf(reception))).not.toContain('that-opens-it');
	});
});
