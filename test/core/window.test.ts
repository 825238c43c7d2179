/** Messages outside the 24-hour window of a group, in which only templates are delivered. */
import type { INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../sandbox/providers';
import { person } from '../sandbox/support';
import { forward } from './support/forward';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { startServer } from './support/servers';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';
const HOUR = 3_600_000;

const refusing: ProviderName[] = ['dialog360', 'metaCloud', 'oneMsg'];

/** The options that send a template where the text can't be sent. */
const inPlace = (options: INodeParameters = {}): INodeParameters =>
	({
		text: 'Hello',
		options: {
			ifWindowClosed: 'sendTemplate',
			template: { __rl: true, mode: 'id', value: 'order_update|en' },
			templateVariables: {
				values: [
					{ variable: 'body_1', value: 'Ada' },
					{ variable: 'body_2', value: '17' },
				],
			},
			...options,
		},
	}) as unknown as INodeParameters;

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** A group in which somebody last wrote then, at a provider that refuses messages outside the window. */
async function groupWritten(provider: ProviderName, lastWrittenAt: string | null) {
	const control = sandbox.control(provider);
	if (provider !== 'oneMsg') await control.set({ refuseOutsideWindow: true });
	const input = { subject: 'Crew', participants: [person(0)], writtenBefore: lastWrittenAt };
	const { data: group } = await control.http.post('/groups', input);
	const messages = async () => (await control.group(group)).messages;
	const sends = async () =>
		(await control.calls()).filter(({ method }) => method === 'POST').map(({ path }) => path);
	const send = async (parameters: INodeParameters, options: object = {}) =>
		await sandbox.run(
			provider,
			'message.send',
			{ group: groupField(group), ...parameters },
			{ onError, ...options },
		);
	return { group, send, messages, sends };
}

describe.each(refusing)('%s', (provider) => {
	test('a text within the window is sent as it is, and the result says so', async () => {
		const { send, messages } = await groupWritten(provider, hoursAgo(23));

		const { json } = await send(inPlace());

		expect(json).toMatchObject([{ status: 'sent', messageType: 'text' }]);
		expect(await messages()).toMatchObject([{ type: 'text', text: 'Hello' }]);
	});

	test.each([null, hoursAgo(25)])(
		'a text that is refused (last written: %s) is followed by the template',
		async (lastWrittenAt) => {
			const { send, messages, sends } = await groupWritten(provider, lastWrittenAt);

			const { json } = await send(inPlace());

			expect(json).toMatchObject([{ status: 'sent', messageType: 'template' }]);
			expect(await messages()).toMatchObject([
				{ type: 'template', text: 'Hello Ada, order 17 is on its way.' },
			]);
			expect(await sends()).toHaveLength(2);
		},
	);

	test('whoever writes opens the window', async () => {
		const { group, send } = await groupWritten(provider, hoursAgo(25));

		await sandbox.control(provider).write(group, 'Hi');

		expect((await send(inPlace())).json).toMatchObject([{ messageType: 'text' }]);
	});

	test('without the option, the error says that the window is closed', async () => {
		const { send, messages } = await groupWritten(provider, null);

		const { error, details } = failureIn(await send({ text: 'Hello' }));

		expect(error).toMatch(/24-hour window.*closed/);
		expect(details.description).toMatch(/template/);
		expect(await messages()).toEqual([]);
	});

	test('if the last message is known to be old, the template is sent at once', async () => {
		const { send, sends } = await groupWritten(provider, null);

		const { json } = await send(inPlace({ lastMessageAt: '={{ $json.at }}' }), {
			input: [hoursAgo(24.1), Date.now() - 25 * HOUR, hoursAgo(2)].map((at) => ({ at })),
		});

		expect(json).toMatchObject(Array(3).fill({ messageType: 'template' }));
		// Only the third tries the text first.
		expect(await sends()).toHaveLength(4);
	});

	test('a time that cannot be read is refused before anything is sent', async () => {
		const { send, sends } = await groupWritten(provider, null);

		const { error } = failureIn(await send(inPlace({ lastMessageAt: 'yesterday' })));

		expect(error).toMatch(/“yesterday” in “Last Message At”/);
		expect(await sends()).toEqual([]);
	});

	test('a template that does not exist is refused before anything is sent', async () => {
		const { send, sends } = await groupWritten(provider, null);
		const template = { __rl: true, mode: 'id', value: 'nothing' } as unknown as INodeParameters;

		const { error } = failureIn(await send(inPlace({ template })));

		expect(error).toMatch(/no approved template “nothing”/);
		expect(await sends()).toEqual([]);
	});

	test('a variable that the template lacks is refused before anything is sent', async () => {
		const { send, sends } = await groupWritten(provider, null);
		const templateVariables = { values: [{ variable: 'body_3', value: 'x' }] };

		const { error } = failureIn(await send(inPlace({ templateVariables })));

		expect(error).toMatch(/no variable “body_3”/);
		expect(await sends()).toEqual([]);
	});

	test('a text that may have been sent is not followed by the template', async () => {
		const { send, messages } = await groupWritten(provider, hoursAgo(1));
		const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
		const lossy = await startServer(async (request, response) => {
			if (request.method === 'POST') {
				const { writeHead } = response;
				response.writeHead = () => writeHead.call(response, 500);
			}
			await forward(origin, request, response);
		});
		const account = { baseUrl: lossy.url + pathname.replace(/\/$/, '') };

		const run = await send(inPlace(), { account });

		expect(failureIn(run).details.status).toBe('unknown');
		expect(await messages()).toMatchObject([{ type: 'text' }]);
	});

	test('a time without a zone is in the time zone of the workflow', async () => {
		const { send } = await groupWritten(provider, hoursAgo(20));
		// As a clock in Tokyo showed it. Read as UTC, both would be within the window.
		const inTokyo = hoursAgo(20 - 9).slice(0, 19);
		const long = hoursAgo(25 - 9).slice(0, 19);

		const { json } = await send(inPlace({ lastMessageAt: '={{ $json.at }}' }), {
			input: [inTokyo, long].map((at) => ({ at })),
			settings: { timezone: 'Asia/Tokyo' },
		});

		expect(json).toMatchObject([{ messageType: 'text' }, { messageType: 'template' }]);
	});

	test('if the template is refused, too, that is the error, and nothing else is sent', async () => {
		const { send, messages, sends } = await groupWritten(provider, null);
		const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
		let posts = 0;
		const strict = await startServer(async (request, response) => {
			if (request.method === 'POST' && ++posts === 2) {
				const error = { code: 132015, message: 'Template is Paused', details: 'low quality' };
				response.writeHead(400, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ error }));
				return;
			}
			await forward(origin, request, response);
		});
		const account = { baseUrl: strict.url + pathname.replace(/\/$/, '') };

		const { error, details } = failureIn(await send(inPlace(), { account }));

		expect(`${error} ${details.description}`).toMatch(/paused/i);
		expect(posts).toBe(2);
		expect(await sends()).toHaveLength(1);
		expect(await messages()).toEqual([]);
	});

	test('a text that is refused for another reason is not followed by the template', async () => {
		const { group, send } = await groupWritten(provider, null);
		await sandbox.control(provider).leave(group, 0);

		expect(failureIn(await send(inPlace())).error).not.toMatch(/window/);
	});
});

test.each(['dialog360', 'metaCloud'] as const)(
	'%s accepts a text outside the window, and says later that it failed',
	async (provider) => {
		const { send, messages } = await groupWritten(provider, null);
		await sandbox.control(provider).set({ refuseOutsideWindow: false });

		const { json } = await send(inPlace());

		expect(json).toMatchObject([{ status: 'sent', messageType: 'text' }]);
		expect(await messages()).toEqual([]);
	},
);
