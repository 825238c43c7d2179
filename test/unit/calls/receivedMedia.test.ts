/** Where the key or token is sent for the file of a message: never to a host that an answer names. */
import type { IDataObject } from 'n8n-workflow';

import type { MediaRequest } from '../../../nodes/WhatsAppGroups/contract/http';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { firstOf } from '../../support/firstOf';
import { delivery, textInGroup } from '../deliveries/cloudApi';

const image = { type: 'image', text: undefined, image: { id: '1', mime_type: 'image/png' } };
const body = delivery('messages', { messages: [textInGroup(image)] });

/** The address that a signed request went to, if the provider answers that the file is at `url`. */
async function asked({ media, readEvents }: Provider, url: string, baseUrl: string) {
	const signed: string[] = [];
	const request = Object.assign(async (): Promise<IDataObject> => ({ url }), {
		account: { baseUrl },
		fetch: async (address: string) => {
			signed.push(address);
			return { bytes: Buffer.from('PNG'), mimeType: 'image/png' };
		},
	});
	const event = firstOf(readEvents(body));
	const error = await media?.(request as unknown as MediaRequest, event, body).then(
		() => undefined,
		(thrown: Error) => thrown.message,
	);
	return { signed, error };
}

test.each([
	['https://lookaside.fbsbx.com/a/b?mid=1', 'https://waba.test', 'https://waba.test/a/b?mid=1'],
	['https://x.test//evil.example/a', 'https://waba.test', 'https://waba.test//evil.example/a'],
	['https://x.test/\\evil.example/a', 'https://waba.test', 'https://waba.test//evil.example/a'],
	['https://evil.example@x.test/a', 'https://waba.test', 'https://waba.test/a'],
	['https://x.test/a', 'https://proxy.test/base/', 'https://proxy.test/base/a'],
	['https://x.test/base/a', 'https://proxy.test/base', 'https://proxy.test/base/a'],
])('360dialog: %s is asked of the host of %s', async (url, baseUrl, address) => {
	expect(await asked(dialog360, url, baseUrl)).toEqual({ signed: [address], error: undefined });
});

const graph = 'https://graph.facebook.com/v25.0';

test.each(['https://lookaside.fbsbx.com/a?b=1', 'https://scontent.xx.fbcdn.net/a'])(
	'Meta: the token is sent to %s',
	async (url) => {
		expect(await asked(metaCloud, url, graph)).toEqual({ signed: [url], error: undefined });
	},
);

test.each([
	'https://evil.example/a',
	'https://lookaside.fbsbx.com.evil.example/a',
	'https://evilfbsbx.com/a',
	'https://lookaside.fbsbx.com@evil.example/a',
	'http://lookaside.fbsbx.com/a',
	'http://graph.facebook.com/a',
	'//evil.example/a',
	'',
])('Meta: the token is not sent to “%s”', async (url) => {
	expect(await asked(metaCloud, url, graph)).toEqual({
		signed: [],
		error: expect.stringMatching(/token wasn't sent there|valid URL/),
	});
});
