/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Where a file of a message may be downloaded from. */
import { Readable } from 'node:stream';

import type { IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';

import { providers } from '../../../nodes/WhatsAppGroups/providers';
import { mediaRequest } from '../../../nodes/WhatsAppGroups/transport/mediaRequest';

const oneMsg = providers.find(({ name }) => name === 'oneMsg')!;

/** Downloads from servers that answer with a redirect, or else with a file. */
async function download(
	url: string,
	redirects: Record<string, string> = {},
	baseUrl = 'https://api.1msg.io',
) {
	const asked: string[] = [];
	const httpRequest = async ({ url: address }: IHttpRequestOptions) => {
		asked.push(address);
		const { [address]: location } = redirects;
		return {
			statusCode: location === undefined ? 200 : 302,
			headers: location === undefined ? { 'content-type': 'image/png' } : { location },
			body: Readable.from([Buffer.from('PNG')]),
		};
	};
	const caller = {
		helpers: {
			httpRequest,
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
				await httpRequest(options),
		},
	} as unknown as IWebhookFunctions;
	const { fetch } = mediaRequest(caller, oneMsg, { baseUrl }, AbortSignal.timeout(1000));
	const outcome = async (access: 'public' | 'signed') =>
		await fetch(url, access).then(
			({ bytes }) => bytes.toString(),
			(error: Error) => error.message,
		);
	return { asked, outcome };
}

const hops = (count: number) =>
	Object.fromEntries(
		Array.from({ length: count }, (_, at) => [
			`https://files.example/${at}`,
			`https://files.example/${at + 1}`,
		]),
	);

it('follows redirects on the internet', async () => {
	const { asked, outcome } = await download('https://files.example/0', {
		'https://files.example/0': '/moved?x=1',
		'https://files.example/moved?x=1': 'https://cdn.example/file',
	});

	expect(await outcome('public')).toBe('PNG');
	expect(asked).toHaveLength(3);
});

it.each([
	'http://127.0.0.1/latest/meta-data',
	'http://169.254.169.254/',
	'//localhost/x',
	'http://[::ffff:10.0.0.1]/',
])('never asks %s, which a redirect leads to', async (target) => {
	const { asked, outcome } = await download('https://files.example/0', {
		'https://files.example/0': target,
	});

	expect(await outcome('public')).toMatch(/private network/);
	expect(asked).toEqual(['https://files.example/0']);
});

it.each(['http://127.0.0.1/x', 'http://2130706433/x', 'http://redis:6379/', 'https://10.0.0.1'])(
	'never asks %s',
	async (url) => {
		const { asked, outcome } = await download(url);

		expect(await outcome('public')).toMatch(/private network/);
		expect(await outcome('signed')).toMatch(/private network/);
		expect(asked).toEqual([]);
	},
);

it('downloads from a private network if the base URL is in one', async () => {
	const { outcome } = await download('http://127.0.0.1/x', {}, 'http://localhost:3000');

	expect(await outcome('public')).toBe('PNG');
});

it.each(['file:///etc/passwd', 'ftp://files.example/x', 'not a URL', ''])(
	'rejects “%s”',
	async (url) => {
		const { asked, outcome } = await download(url);

		expect(await outcome('public')).toMatch(/valid URL/);
		expect(asked).toEqual([]);
	},
);

it('follows no redirect with the key', async () => {
	const { asked, outcome } = await download('https://files.example/0', hops(1));

	expect(await outcome('signed')).toMatch(/HTTP 302/);
	expect(asked).toHaveLength(1);
});

it.each([
	[5, 'PNG'],
	[6, "The file's URL redirects more than 5 times"],
])('gives up after five redirects: %i', async (count, expected) => {
	const { outcome } = await download('https://files.example/0', hops(count));

	expect(await outcome('public')).toBe(expected);
});
