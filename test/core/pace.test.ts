/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Runs and groups that share a number, and what each of them has to wait for. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { sleep, type IDataObject, type INodeParameters } from 'n8n-workflow';

import { until } from '../../demo/until';
import { firstOf } from '../support/firstOf';
import { useSandbox } from './support/sandbox';
import { startServer, type SeenRequest } from './support/servers';

const sandbox = useSandbox();
jest.setTimeout(60_000);

function answer(
	response: ServerResponse,
	status = 200,
	body: object = { messages: [{ id: 'wamid.1' }] },
	headers: OutgoingHttpHeaders = {},
): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(JSON.stringify(body));
}

/** A new number, so that no test waits for the pace of another. */
let numbers = 0;
const newNumber = () => `number-${++numbers}`;

const groupOf = ({ body }: SeenRequest) => (JSON.parse(body) as { to: string }).to;

/** One message to each group, in the order of the list. */
const sending = {
	group: { __rl: true, mode: 'id', value: '={{ $json.group }}' },
	text: 'Hi',
} as unknown as INodeParameters;

async function send(account: IDataObject, groups: string[], options: INodeParameters = {}) {
	return await sandbox.run(
		'metaCloud',
		'message.send',
		{ ...sending, options },
		{ account, input: groups.map((group) => ({ group })) },
	);
}

test('a group that has had too much waits alone', async () => {
	let others = 0;
	const busy = { error: { code: 131056, message: 'Pair rate limit hit' } };
	const server = await startServer((request, response) => {
		const isBusy = groupOf(request) === 'busy';
		if (!isBusy) others++;
		// The other groups get theirs meanwhile, or this one never gets its own.
		if (isBusy && others < 100) answer(response, 400, busy);
		else answer(response);
	});
	const groups = ['busy', ...Array.from({ length: 100 }, (_, index) => `group-${index % 5}`)];

	const { error } = await send({ baseUrl: server.url, phoneNumberId: newNumber() }, groups);

	expect(error).toBeUndefined();
	expect(groupOf(server.seen[server.seen.length - 1]!)).toBe('busy');
});

test('a run with its own Messages per Second neither slows down others nor is sped up', async () => {
	const arrivals: Array<{ group: string; at: number }> = [];
	const server = await startServer((request, response) => {
		arrivals.push({ group: groupOf(request), at: performance.now() });
		answer(response);
	});
	const account = { baseUrl: server.url, phoneNumberId: newNumber() };
	const many = Array.from({ length: 40 }, (_, index) => `group-${index}`);

	await Promise.all([
		send(account, Array<string>(8).fill('slow'), { messagesPerSecond: 2 }),
		send(account, many),
	]);

	const slow = arrivals.filter(({ group }) => group === 'slow');
	expect(slow).toHaveLength(8);
	expect(arrivals[arrivals.length - 1]!.group).toBe('slow');
	// Eight at two a second, minus a burst. At the number's pace all would be sent immediately.
	expect(slow[7]!.at - firstOf(slow).at).toBeGreaterThan(2500);
});

test('two credentials of one number share its pauses, and another number does not', async () => {
	const tooMany: OutgoingHttpHeaders = { 'retry-after': '2' };
	const server = await startServer((_request, response) => {
		if (server.seen.length === 1) answer(response, 429, {}, tooMany);
		else answer(response);
	});
	const [one, other] = [newNumber(), newNumber()];
	const baseUrl = server.url;

	const first = send({ baseUrl, phoneNumberId: one, accessToken: 'first-token' }, ['a']);
	await until('the refusal', () => server.seen.length === 1);
	const second = send({ baseUrl, phoneNumberId: one, accessToken: 'second-token' }, ['b']);
	const third = send({ baseUrl, phoneNumberId: other }, ['c']);
	await Promise.all([first, second, third]);

	expect(server.seen.map(groupOf).slice(0, 2)).toEqual(['a', 'c']);
	expect(server.seen.map(groupOf).slice(2).sort()).toEqual(['a', 'b']);
});

describe('the first item decides nothing for the others', () => {
	test('an option of it that fails', async () => {
		const server = await startServer((_request, response) => answer(response));

		const { json } = await sandbox.run(
			'metaCloud',
			'message.send',
			{
				...sending,
				options: { replyTo: "={{ $itemIndex === 0 ? $('Nowhere').first().json.id : '' }}" },
			},
			{
				account: { baseUrl: server.url, phoneNumberId: newNumber() },
				input: [{ group: 'a' }, { group: 'b' }, { group: 'c' }],
				onError: 'continueRegularOutput',
			},
		);

		expect(json.map(({ error }) => error !== undefined)).toEqual([true, false, false]);
		expect(server.seen.map(groupOf).sort()).toEqual(['b', 'c']);
	});

	test('an address in it, and files in the others: four of them at a time', async () => {
		let [atWork, most] = [0, 0];
		const server = await startServer(async ({ path = '' }, response) => {
			if (!path.endsWith('/media')) return answer(response);
			most = Math.max(most, ++atWork);
			await sleep(100);
			atWork--;
			answer(response, 200, { id: 'file-1' });
		});
		const groups = Array.from({ length: 20 }, (_, index) => `group-${index}`);

		const { error } = await sandbox.run(
			'metaCloud',
			'message.send',
			{
				...{ group: sending.group, messageType: 'media', mediaType: 'image' },
				mediaSource: "={{ $itemIndex === 0 ? 'url' : 'binary' }}",
				...{ mediaUrl: 'https://example.com/a.png', binaryPropertyName: 'data', mediaId: '1' },
				options: { parallelGroups: 20 },
			},
			{
				account: { baseUrl: server.url, phoneNumberId: newNumber() },
				input: groups.map((group) => ({ group })),
				binary: { data: { data: 'aGVsbG8=', mimeType: 'image/png', fileName: 'a.png' } },
			},
		);

		expect(error).toBeUndefined();
		expect(most).toBe(4);
	});
});

test('after Retry On Fail the error is that of the item in doubt, and every item is counted', async () => {
	const answers: Array<() => void> = [];
	const server = await startServer((request, response) => {
		answers.push(() => answer(response, groupOf(request) === 'refused' ? 400 : 500, {}));
		// Both are under way, so that both fail in the first try.
		if (answers.length === 2) for (const give of answers) give();
	});

	const { error } = await sandbox.run('metaCloud', 'message.send', sending, {
		account: { baseUrl: server.url, phoneNumberId: newNumber() },
		input: ['refused', 'doubtful', 'refused'].map((group) => ({ group })),
		tries: 3,
	});

	expect(server.seen).toHaveLength(2);
	expect(error?.description).toMatch(
		/^0 of 3 items .*Failed: 0\. May have been done: 1\. Not tried: 2\.[^]*HTTP 500/,
	);
});
