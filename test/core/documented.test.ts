/** Success is only what the provider documents; any other answer leaves a change in doubt. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { operations } from './support/operations';
import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import type { ProviderName } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { expectations } from './support/expectations';
import { forward } from './support/forward';
import { displayNames, failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { startServer } from './support/servers';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

/** Answers of JSON servers that a wrong Base URL may lead to. */
const STRANGERS: object[] = [
	{},
	{ ok: true },
	{ status: 'ok' },
	{ success: 'maybe' },
	{ data: {} },
];

/** 1MSG documents open objects here: any is success. */
const OPEN = ['oneMsg group.update', 'oneMsg inviteLink.reset'];

/** Reads are answered by the sandbox, and changes with `body`. */
async function strangeProvider(provider: ProviderName, body: object) {
	const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
	let changes = 0;
	const server = await startServer(async (request, response) => {
		if (request.method === 'GET') return await forward(origin, request, response);
		changes++;
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	return { account: { baseUrl: server.url + pathname }, changes: () => changes };
}

/** One operation with its usual parameters, at a provider that answers changes with `body`. */
async function answered(
	provider: ProviderName,
	key: OperationKey,
	body: object,
	more: INodeParameters = {},
) {
	const { arrange, parameters } = expectations[key];
	const setup = await setUp(provider, sandbox.control(provider));
	await arrange?.(setup);
	const { account, changes } = await strangeProvider(provider, body);
	const run = await sandbox.run(
		provider,
		key,
		{ ...parameters(setup), ...more },
		{ account, onError },
	);
	return { run, changes: changes() };
}

const changing = providers.flatMap(({ name: provider, calls }) =>
	operations
		.map(({ key }) => key)
		.filter((key) => calls[key] && !/\.get(Many)?$/.test(key))
		.filter((key) => !OPEN.includes(`${provider} ${key}`))
		.map((key) => ({ provider, key })),
);

test.each(changing)(
	"$provider, $key: another server's response doesn't confirm it",
	async ({ provider, key }) => {
		for (const body of STRANGERS) {
			const { run, changes } = await answered(provider, key, body);

			expect(failureIn(run)).toMatchObject({
				error: expect.stringContaining(displayNames[provider]),
				details: { status: 'unknown' },
			});
			expect(changes).toBe(1);
		}
	},
);

const hi: INodeParameters = { text: 'Hi' };
const sent: Array<[ProviderName, object, IDataObject]> = [
	['metaCloud', { messages: [{ id: 'wamid.1' }] }, { status: 'sent', messageId: 'wamid.1' }],
	[
		'metaCloud',
		{ messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }] },
		{ status: 'queued', messageId: 'wamid.1' },
	],
	[
		'dialog360',
		{ messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }] },
		{ status: 'queued', messageId: 'wamid.1' },
	],
	['oneMsg', { sent: true, id: 'wamid.1' }, { status: 'sent', messageId: 'wamid.1' }],
	['oneMsg', { sent: false, jobId: 'job-1' }, { status: 'queued', messageId: null }],
	['a1Base', { status: 'queued' }, { status: 'queued', messageId: null }],
	['a1Base', { status: 'success', data: { status: 'sent' } }, { status: 'sent' }],
];

test.each(sent)('%s answers %j to a message', async (provider, body, result) => {
	expect((await answered(provider, 'message.send', body, hi)).run.json).toMatchObject([result]);
});

const doubtful: Array<[ProviderName, object]> = [
	['metaCloud', { messages: [] }],
	['dialog360', { messages: [{ id: '' }] }],
	['oneMsg', { sent: true }],
	['oneMsg', { success: false, message: 'Subscription expired' }],
	['oneMsg', { id: 'wamid.1' }],
	['a1Base', { status: 'failed' }],
	['a1Base', { status: 'success' }],
];

test.each(doubtful)('%s answers %j to a message: not “sent”', async (provider, body) => {
	const { run } = await answered(provider, 'message.send', body, hi);

	expect(failureIn(run).details).toMatchObject({ status: 'unknown' });
});

test.each(['dialog360', 'metaCloud'] as const)(
	'%s: an upload without an ID fails, and no message leaves',
	async (provider) => {
		const { account, changes } = await strangeProvider(provider, { ok: true });

		const failed = await sandbox.run(
			provider,
			'message.send',
			{
				group: groupField('group-1'),
				...{ messageType: 'media', mediaType: 'document', mediaSource: 'binary' },
				binaryPropertyName: 'data',
			},
			{
				account,
				onError,
				binary: { data: { data: 'aGk=', mimeType: 'text/plain', fileName: 'hi.txt' } },
			},
		);

		expect(failureIn(failed).details).not.toHaveProperty('status');
		expect(changes()).toBe(1);
	},
);

const people = (...numbers: string[]) => numbers.map((number) => `+${number}`);
const [ANA, BEN, AGENT] = ['15550002221', '15550002222', '15550001111'];

test.each<[OperationKey, string[] | undefined, Array<true | null>]>([
	['participant.add', undefined, [true, true]],
	['participant.add', people(ANA, BEN), [true, true]],
	['participant.add', people(AGENT, ANA), [true, null]],
	['participant.add', people(BEN), [null, true]],
	['participant.add', [], [null, null]],
	['participant.remove', people(ANA, BEN), [true, true]],
	['participant.remove', people(AGENT, ANA), [null, true]],
	['participant.remove', people(AGENT), [true, true]],
	['participant.promote', people(AGENT, ANA), [true, null]],
	['participant.demote', people(ANA), [true, null]],
])('A1Base, %s, answers %j: %j', async (key, participants, outcomes) => {
	const body = { status: 'success', message: 'Done', data: { thread_id: '1', participants } };
	const { run } = await answered('a1Base', key, body, { participants: people(ANA, BEN).join() });

	expect(run.json).toMatchObject(
		outcomes.map((success, index) => ({
			participantId: [ANA, BEN][index],
			success,
			error: success ? null : expect.stringMatching(/doesn't confirm/),
		})),
	);
});

test.each<[object, Array<[boolean | null, unknown]>]>([
	[
		{ success: true },
		[
			[true, null],
			[true, null],
		],
	],
	[
		{ success: false },
		[
			[false, /without a reason/],
			[false, /without a reason/],
		],
	],
	[
		{ removed_participants: [{ wa_id: ANA }] },
		[
			[true, null],
			[false, /without a reason/],
		],
	],
	[
		{ failed_participants: [{ input: BEN, errors: [{ code: 131026, message: 'No' }] }] },
		[
			[true, null],
			[false, /131026/],
		],
	],
	[
		{ error: { code: 131201, message: 'Partial' } },
		[
			[null, /does not say who/],
			[null, /does not say who/],
		],
	],
])('Meta answers %j to a removal', async (body, outcomes) => {
	const { run } = await answered('metaCloud', 'participant.remove', body, {
		participants: people(ANA, BEN).join(),
	});

	expect(run.json).toMatchObject(
		outcomes.map(([success, error]) => ({
			success,
			error: error === null ? null : expect.stringMatching(error as RegExp),
		})),
	);
});

describe.each(['dialog360', 'metaCloud'] as const)('%s', (provider) => {
	test.each([
		['joinRequest.approve', 'approved_join_requests'],
		['joinRequest.reject', 'rejected_join_requests'],
	] as const)('%s that worked in part says whose', async (key, list) => {
		const failed = [{ join_request_id: 'JR2', errors: [{ code: 131202, message: 'No' }] }];
		const { run } = await answered(
			provider,
			key,
			{ [list]: ['JR1'], failed_join_requests: failed, errors: firstOf(failed).errors },
			{ joinRequestIds: 'JR1, JR2, JR3' },
		);

		expect(run.json).toMatchObject([
			{ joinRequestId: 'JR1', success: true, error: null },
			{ joinRequestId: 'JR2', success: false, error: expect.stringContaining('131202') },
			{ joinRequestId: 'JR3', success: false, error: expect.any(String) },
		]);
	});
});

test.each(['dialog360', 'metaCloud', 'oneMsg'] as const)(
	"%s: a change that is answered with “success: false” isn't a success",
	async (provider) => {
		const { run } = await answered(provider, 'group.delete', { success: false });

		expect(run.json).toMatchObject([{ success: false, deleted: false }]);
	},
);
