import type { IHttpRequestOptions } from 'n8n-workflow';

import { OneMsgGroupsApi } from '../../../credentials/OneMsgGroupsApi.credentials';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';

/** A key of a 1MSG channel, as newer ones are: a JWT. */
function keyWith(payload: object): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'HS256' })}.${part(payload)}.signature`;
}

const OPTIONS: IHttpRequestOptions = {
	method: 'GET',
	baseURL: 'https://api.1msg.io/',
	url: '/status',
	headers: { accept: 'application/json' },
};

const sign = async (credentials: { apiKey: string; channelId?: string }) =>
	await new OneMsgGroupsApi().authenticate(credentials, OPTIONS);

it.each([
	['in the key', { apiKey: keyWith({ instanceId: '123456' }) }],
	['in the key, as a number', { apiKey: keyWith({ instanceId: 123456 }) }],
	['in the key, behind a word', { apiKey: keyWith({ instanceId: 'instance123456' }) }],
	['typed in for an old key', { apiKey: 'old-key', channelId: '123456' }],
	['typed in, which goes first', { apiKey: keyWith({ instanceId: '9' }), channelId: ' 123456 ' }],
])('the channel is %s', async (_where, credentials) => {
	const { baseURL, headers } = await sign(credentials);

	expect(baseURL).toBe('https://api.1msg.io/123456');
	expect(headers).toEqual({
		accept: 'application/json',
		Authorization: `Bearer ${credentials.apiKey}`,
	});
});

it.each(['old-key', 'a.b.c', keyWith({ other: 1 }), ''])(
	'a key without a channel asks for one: %s',
	async (apiKey) => {
		await expect(sign({ apiKey })).rejects.toThrow(FieldError);
	},
);

it('the key does not get into the query, and logs', async () => {
	const { qs, url, baseURL } = await sign({ apiKey: 'the-key', channelId: '1' });

	expect(JSON.stringify({ qs, url, baseURL })).not.toContain('the-key');
});
