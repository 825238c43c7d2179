/** Credentials and groups that can't work, and credentials that can. */
import type { IDataObject } from 'n8n-workflow';

import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import {
	displayNames,
	failureIn,
	groupField,
	unknownKey,
	unknownKeys,
	useSandbox,
} from './support/sandbox';
import { setUp } from './support/setup';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

test.each(providerNames)(
	'%s: a base URL without scheme is explained, and nothing is sent',
	async (provider) => {
		const account = { baseUrl: sandbox.accounts[provider].baseUrl.replace('http://', '') };
		const parameters = { subject: 'Crew', participants: '+15550002222' };

		const { error, details } = failureIn(
			await sandbox.run(provider, 'group.create', parameters, { account, onError }),
		);

		expect(error).toContain('Base URL');
		expect(error).toContain(account.baseUrl);
		expect(details.description).toMatch(/credential.*https:\/\//);
		expect(details.status).toBeUndefined();
		const control = sandbox.control(provider);
		expect(await control.calls()).toEqual([]);
		expect(await control.groups()).toEqual([]);
	},
);

interface Refusal {
	provider: ProviderName;
	key: OperationKey;
	what: string;
	account?: IDataObject;
	/** Default: the group of the setup. */
	group?: string;
	says: RegExp;
	advises: RegExp;
	/** 0 if it is found before anything is sent. */
	calls: number;
	httpStatus?: number;
}

const badKey = { says: unknownKey, advises: /credential/, calls: 1 };
const sent = { key: 'message.send', calls: 1 } as const;

const refusals: Refusal[] = [
	...providerNames.map((provider) => ({
		...sent,
		...badKey,
		provider,
		what: 'a key that nobody has',
		account: unknownKeys[provider],
		httpStatus: 401,
	})),
	{
		...sent,
		...badKey,
		provider: 'a1Base',
		what: 'a wrong API secret',
		account: { apiSecret: 'secret-of-nobody' },
		httpStatus: 401,
	},
	{
		...sent,
		provider: 'a1Base',
		what: 'the account of somebody else',
		account: { accountId: 'acc-999' },
		says: /account/,
		advises: /“Account ID”/,
		httpStatus: 403,
	},
	{
		...sent,
		provider: 'a1Base',
		what: 'no Account ID',
		account: { accountId: '' },
		says: /Account ID/,
		advises: /“Account ID”/,
		calls: 0,
	},
	{
		...sent,
		provider: 'a1Base',
		what: 'no Agent Number',
		account: { agentNumber: ' ' },
		says: /Agent Number/,
		advises: /“Agent Number”/,
		calls: 0,
	},
	{
		...sent,
		provider: 'oneMsg',
		what: 'an old key, without its channel',
		account: { apiKey: 'old-key', channelId: '' },
		says: /channel/,
		advises: /“Channel ID”/,
		calls: 0,
	},
	...(['message.send', 'inviteLink.get', 'inviteLink.reset'] as const).map((key) => ({
		key,
		provider: 'dialog360' as const,
		what: 'an unknown group',
		group: 'Y2FwaV9ncm91cDo/+==',
		says: /group is unknown/,
		advises: /131041/,
		calls: 1,
		httpStatus: 400,
	})),
	{
		key: 'inviteLink.get',
		provider: 'oneMsg',
		what: 'an unknown group',
		group: '120363000000000000',
		says: /group is unknown/,
		advises: /pick the group/i,
		calls: 1,
		httpStatus: 400,
	},
	{
		...sent,
		provider: 'oneMsg',
		what: 'an unknown group',
		group: '120363000000000000@g.us',
		says: /group is unknown/i,
		advises: /unknown/,
		httpStatus: 200,
	},
	{
		...sent,
		provider: 'a1Base',
		what: 'an unknown group',
		group: 'chat_unknown',
		says: /thread not found/i,
		advises: /check the group/i,
		httpStatus: 404,
	},
];

test.each(refusals)('$provider, $key with $what', async (row) => {
	const { provider, key, account, says, advises, calls, httpStatus } = row;
	const control = sandbox.control(provider);
	const { group } = await setUp(provider, control);
	const parameters = { group: groupField(row.group ?? group), text: 'Hello all' };

	const result = await sandbox.run(provider, key, parameters, { account, onError });
	const stopped = await sandbox.run(provider, key, parameters, { account });

	const { error, details } = failureIn(result);
	expect(error).toMatch(says);
	if (calls > 0) expect(`${error}\n${details.description}`).toContain(displayNames[provider]);
	expect(details.description).toMatch(advises);
	expect(details.httpStatus).toBe(httpStatus);
	expect(details.status).toBeUndefined();
	expect(stopped.error?.message).toMatch(says);
	expect(stopped.error?.description).toBe(details.description);
	// Both runs together.
	expect(await control.calls()).toHaveLength(2 * calls);
	expect((await control.group(group)).messages).toHaveLength(2);
});

const variants = providerNames.flatMap((provider) => [
	{
		provider,
		what: 'a slash behind the base URL',
		change: (url: string) => ({ baseUrl: `${url}/` }),
	},
	{
		provider,
		what: 'blanks around the base URL',
		change: (url: string) => ({ baseUrl: ` ${url} ` }),
	},
	...(provider === 'oneMsg'
		? [
				{ provider, what: 'the channel read from the key', change: () => ({ channelId: '' }) },
				{
					provider,
					what: 'the channel in its long form',
					change: () => ({ channelId: ' instance123456 ' }),
				},
			]
		: []),
]);

test.each(variants)('$provider works with $what', async ({ provider, change }) => {
	const { group } = await setUp(provider, sandbox.control(provider));
	const account = change(sandbox.accounts[provider].baseUrl);
	const parameters = { group: groupField(group), text: 'Hello all' };

	const { error, json } = await sandbox.run(provider, 'message.send', parameters, { account });

	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ provider, groupId: group.id }]);
});
