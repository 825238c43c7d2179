import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { sampleFile } from '../../sandbox/world/files';
import type { ProviderName } from '../../sandbox/providers';
import { groupField, useSandbox } from './support/sandbox';
import { startServer, type SeenRequest } from './support/servers';

const sandbox = useSandbox();

interface Doubt {
	provider: ProviderName;
	/** Value of the credential's field “Variants”. */
	variant: string;
	key: OperationKey;
	parameters: INodeParameters;
	/** How the request looks on the usual way, and with the variant. */
	usual: Partial<Record<keyof SeenRequest, unknown>>;
	other: Partial<Record<keyof SeenRequest, unknown>>;
}

const matching = (pattern: RegExp) => expect.stringMatching(pattern);
const group = groupField('group1');
const media = { messageType: 'media', mediaType: 'image', mediaSource: 'url' };

const doubts: Doubt[] = [
	{
		provider: 'oneMsg',
		variant: 'keyInQuery',
		key: 'inviteLink.get',
		parameters: { group },
		usual: { path: matching(/^[^?]*$/), headers: { authorization: matching(/^Bearer ./) } },
		other: {
			path: matching(/\?token=./),
			headers: expect.not.objectContaining({ authorization: expect.anything() }),
		},
	},
	{
		provider: 'a1Base',
		variant: 'universalMediaSend',
		key: 'message.send',
		parameters: { group, ...media, mediaUrl: 'https://example.com/a.jpg' },
		usual: { path: '/messages/group/acc-000/send', body: matching(/"attachment_uri":/) },
		other: { path: '/send/acc-000', body: matching(/"media_type":"image"/) },
	},
];

describe.each(doubts)('$provider, $variant', ({ provider, variant, key, parameters, ...ways }) => {
	test.each([
		{ variants: [], way: ways.usual },
		{ variants: [variant], way: ways.other },
	])('with %j', async ({ variants, way }) => {
		const server = await startServer((_request, response) => {
			response.writeHead(200).end('{"success":true,"status":"success"}');
		});

		await sandbox.run(provider, key, parameters, {
			account: { baseUrl: server.url, variants },
			onError: 'continueRegularOutput',
		});

		expect(server.seen).toMatchObject([way]);
	});
});

/** Variants that the node finds out: after a refusal it tries the other documented way, once. */
interface Expectation {
	provider: ProviderName;
	key: OperationKey;
	parameters: INodeParameters;
	/** How an answer refuses the first way, and one that says no to something else. */
	refusals: Array<[status: number, body: object]>;
	others: Array<[status: number, body: object]>;
	first: Partial<Record<keyof SeenRequest, unknown>>;
	second: Partial<Record<keyof SeenRequest, unknown>>;
}

const picture = { group, updateFields: { pictureBinaryPropertyName: 'data' } };
const fieldNamed = (name: string) => ({
	body: matching(new RegExp(`; name="${name}"; filename=`)),
});
const metaRefusals: Expectation['refusals'] = [
	[400, { error: { code: 131009, message: 'Parameter value is not valid' } }],
	[400, { error: { code: 100, message: '(#100) Invalid parameter' } }],
];
const metaOthers: Expectation['others'] = [
	[400, { error: { code: 131209, message: 'Not square' } }],
	[500, { error: { code: 131000, message: 'Something went wrong' } }],
];

const found: Expectation[] = [
	{
		provider: 'dialog360',
		key: 'group.update',
		parameters: picture,
		refusals: metaRefusals,
		others: metaOthers,
		first: fieldNamed('profile_picture_file'),
		second: fieldNamed('file'),
	},
	{
		provider: 'metaCloud',
		key: 'group.update',
		parameters: picture,
		refusals: metaRefusals,
		others: metaOthers,
		first: fieldNamed('file'),
		second: fieldNamed('profile_picture_file'),
	},
	{
		provider: 'a1Base',
		key: 'group.leave',
		parameters: { group },
		refusals: [
			[404, { detail: 'Not Found' }],
			[405, { detail: 'Method Not Allowed' }],
		],
		others: [
			[404, { detail: 'Thread not found' }],
			[500, { detail: 'Internal server error' }],
		],
		first: { path: '/whatsapp/acc-000/group-management' },
		second: { path: '/group-management/acc-000' },
	},
	{
		provider: 'a1Base',
		key: 'group.join',
		parameters: { inviteLink: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv' },
		refusals: [
			[422, { detail: [{ loc: ['body', 'action'], msg: 'not a valid enumeration member' }] }],
			[400, { status: 'error', message: 'Unknown action: join' }],
		],
		others: [[400, { detail: 'The invite code has expired' }]],
		first: { body: matching(/"action":"join"/) },
		second: { body: matching(/"action":"join_group"/) },
	},
];

describe.each(found)(
	'$provider, $key',
	({ provider, key, parameters, first, second, ...answers }) => {
		const expectation = async (refuse: (index: number) => [number, object] | undefined) => {
			const server = await startServer((_request, response) => {
				const [status, body] = refuse(server.seen.length - 1) ?? [
					200,
					{ success: true, status: 'success' },
				];
				response.writeHead(status).end(JSON.stringify(body));
			});
			const { bytes, mimeType } = sampleFile('photo.jpg')!;
			const binary: IBinaryKeyData = { data: { data: bytes.toString('base64'), mimeType } };
			const { json } = await sandbox.run(provider, key, parameters, {
				account: { baseUrl: server.url },
				binary,
				onError: 'continueRegularOutput',
			});
			return { seen: server.seen, json };
		};

		test.each(answers.refusals)('%i %j: the other way is tried', async (...refusal) => {
			const { seen, json } = await expectation((index) => (index === 0 ? refusal : undefined));

			expect(seen).toMatchObject([first, second]);
			expect(json).toEqual([expect.not.objectContaining({ error: expect.anything() })]);
		});

		test.each(answers.refusals)('%i %j twice: there is no third request', async (...refusal) => {
			const { seen, json } = await expectation(() => refusal);

			expect(seen).toHaveLength(2);
			expect(json).toEqual([expect.objectContaining({ error: expect.anything() })]);
		});

		test.each(answers.others)('%i %j: is about something else', async (...refusal) => {
			const { seen } = await expectation(() => refusal);

			expect(seen).toMatchObject([first]);
		});
	},
);
