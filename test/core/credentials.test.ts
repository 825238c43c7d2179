/** The test of each credential: changes nothing, passes for good accounts only, and explains failures. */
import type { IDataObject } from 'n8n-workflow';

import { labelOf } from '../../sandbox/labels';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { testCredential } from '../support/credential';
import { credentialTypes } from '../support/n8n';
import { firstOf } from '../support/firstOf';
import { displayNames, unknownKey, unknownKeys, useSandbox } from './support/sandbox';
import { deadAddress } from './support/servers';

const sandbox = useSandbox();

async function tested(provider: ProviderName, account: IDataObject = {}) {
	const [type, values] = firstOf(Object.entries(sandbox.credentials(provider, account)));
	return await testCredential(type, values);
}

test.each(providerNames)('%s: a good account passes, also without any group', async (provider) => {
	const control = sandbox.control(provider);

	expect(await tested(provider)).toMatchObject({ status: 'OK' });
	await control.seed(1);
	expect(await tested(provider)).toMatchObject({ status: 'OK' });

	const calls = await control.calls();
	expect(calls.map(({ method }) => method.toUpperCase())).toEqual(['GET', 'GET']);
});

test.each(providerNames)('%s: the sandbox names its values as the credential does', (provider) => {
	const [type] = firstOf(Object.entries(sandbox.credentials(provider)));
	const { properties } = credentialTypes[type]!;
	const labels = Object.fromEntries(properties.map(({ name, displayName }) => [name, displayName]));

	for (const name of Object.keys(sandbox.accounts[provider])) {
		expect(labelOf(name)).toBe(labels[name]);
	}
});

interface Refusal {
	provider: ProviderName;
	what: string;
	account?: IDataObject;
	/** The provider's status, for failures that the sandbox's accounts don't have. */
	answer?: number;
	/** Changes the state of the sandbox's account. */
	settings?: object;
	says: RegExp;
}

const refusals: Refusal[] = [
	...providerNames.map((provider) => ({
		provider,
		what: 'a key that nobody has',
		account: unknownKeys[provider],
		says: unknownKey,
	})),
	{
		provider: 'a1Base',
		what: 'a wrong API secret',
		account: { apiSecret: 'secret-of-nobody' },
		says: /secret/,
	},
	{
		provider: 'a1Base',
		what: "somebody else's account",
		account: { accountId: 'acc-999' },
		says: /“Account ID”/,
	},
	{
		provider: 'oneMsg',
		what: 'a blocked channel',
		answer: 403,
		says: /blocked/,
	},
	{
		provider: 'dialog360',
		what: 'a number that may not send',
		settings: { sendingBlocked: true },
		says: /key is valid, .*360dialog Hub/,
	},
	{
		provider: 'metaCloud',
		what: 'a number that may not send',
		settings: { sendingBlocked: true },
		says: /token is valid, .*WhatsApp Manager/,
	},
	{
		provider: 'metaCloud',
		what: 'a number without an Official Business Account',
		settings: { officialAccount: false },
		says: /token is valid, .*Official Business Account/,
	},
	{
		provider: 'metaCloud',
		what: 'the ID of another number',
		account: { phoneNumberId: '999999999999999' },
		says: /“Phone Number ID”/,
	},
];

test.each(refusals)('$provider: $what does not pass', async ({ provider, account, ...refusal }) => {
	const { answer, settings, says } = refusal;
	if (settings) await sandbox.control(provider).set(settings);
	if (answer) await sandbox.control(provider).set({ answerNext: { status: answer } });

	const { status, message } = await tested(provider, account);

	expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(says) });
	// Messages about Meta's accounts say just “Meta”.
	expect(message).toContain(displayNames[provider].replace(' Cloud API', ''));
});

const troubles = providerNames.flatMap((provider) =>
	[429, 500, 503].map((answer) => ({ provider, answer })),
);

test.each(troubles)('$provider: answer $answer does not pass', async ({ provider, answer }) => {
	await sandbox.control(provider).set({ answerNext: { status: answer } });

	expect(await tested(provider)).toMatchObject({ status: 'Error' });
});

test.each(providerNames)(
	'%s: an address where no server listens does not pass',
	async (provider) => {
		const baseUrl = await deadAddress();

		expect(await tested(provider, { baseUrl })).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
	},
);

test.each(Object.values(credentialTypes))(
	'$displayName signs a request without an expression, which n8n evaluates only before it responds',
	({ authenticate }) => {
		expect(authenticate).toBeInstanceOf(Function);
	},
);
