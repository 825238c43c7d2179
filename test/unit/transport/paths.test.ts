/** IDs that would lead a request to another resource, or to another host. */
import type { IWebhookFunctions } from 'n8n-workflow';

import { providers } from '../../../nodes/WhatsAppGroups/providers';
import { segment } from '../../../nodes/WhatsAppGroups/providers/shared/values';
import { signedRequest } from '../../../nodes/WhatsAppGroups/transport/request';

const metaCloud = providers.find(({ name }) => name === 'metaCloud')!;

function requester() {
	const asked: string[] = [];
	const httpRequestWithAuthentication = async (_type: string, { url }: { url: string }) => {
		asked.push(url);
		return { statusCode: 200, headers: {}, body: { id: '1' } };
	};
	const caller = { helpers: { httpRequestWithAuthentication } } as unknown as IWebhookFunctions;
	const request = signedRequest(caller, metaCloud, { baseUrl: 'https://graph.example/v25.0' });
	return { asked, request };
}

it.each(['', '.', '..'])('never sends a request for the ID “%s”', async (id) => {
	const { asked, request } = requester();

	await expect(request({ method: 'GET', path: `/${segment(id)}` })).rejects.toThrow(/ID/);
	await expect(request({ method: 'GET', path: `/${segment(id)}/groups` })).rejects.toThrow(/ID/);
	await expect(request({ method: 'GET', path: `/1/${segment(id)}/x` })).rejects.toThrow(/ID/);
	expect(asked).toEqual([]);
});

it.each(['//evil.example/x', 'https://evil.example/x', 'x', '/%2e%2E/x'])(
	'never sends a request to the path “%s”',
	async (path) => {
		const { asked, request } = requester();

		await expect(request({ method: 'GET', path })).rejects.toThrow(/ID/);
		expect(asked).toEqual([]);
	},
);

it.each(['/1', '/a..b/c.', '/...', '/Y2FwaV9ncm91cDo%3D/participants', '/v1/configs/webhook'])(
	'sends a request to %s',
	async (path) => {
		const { asked, request } = requester();

		await request({ method: 'GET', path });

		expect(asked).toEqual([path]);
	},
);
