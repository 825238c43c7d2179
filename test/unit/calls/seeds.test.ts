/** Requests, compared with the vendors' own samples. Placeholders are opaque IDs. */
import type { IDataObject } from 'n8n-workflow';
import { parse } from 'yaml';

import { Dialog360GroupsApi } from '../../../credentials/Dialog360GroupsApi.credentials';
import { A1BaseGroupsApi } from '../../../credentials/A1BaseGroupsApi.credentials';
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { firstOf } from '../../support/firstOf';
import { fakeRequest, perform } from '../support/request';
import { seed, seedCurl, seedHttp, seedText } from '../support/seeds';

const baseUrlOf = ({ properties }: Dialog360GroupsApi | A1BaseGroupsApi) =>
	String(properties.find(({ name }) => name === 'baseUrl')?.default);

describe('360dialog', () => {
	const GROUP = '<GROUP_ID>';
	const ANSWER = seed('dialog360/send-answer.json');

	it('a text, but for `preview_url`, which is an option that is not offered yet', async () => {
		const { url, body } = seedCurl('dialog360/send-text.curl');
		const text = { ...(body.text as IDataObject) };
		const request = fakeRequest({}, ANSWER);

		const { result } = await perform(dialog360, 'message.send', request, {
			groupId: GROUP,
			type: 'text',
			text: String(text.body),
			previewUrl: true,
		});

		const call = firstOf(request.calls);
		expect(call.method).toBe('POST');
		expect(baseUrlOf(new Dialog360GroupsApi()) + call.path).toBe(url);
		expect(call.body).toEqual({ ...body, text });
		expect(result).toMatchObject({ groupId: GROUP, messageId: 'wamid.HBgLM...', status: 'sent' });
	});

	it.each([
		['message.pin', { type: 'pin', expiration_days: 4 }],
		['message.unpin', { type: 'unpin', expiration_days: undefined }],
	] as const)('%s, its days as an integer and only where required', async (key, decided) => {
		const printed = seed('dialog360/pin.json');
		const request = fakeRequest({}, ANSWER);

		await perform(dialog360, key, request, {
			groupId: GROUP,
			messageId: '<MESSAGE_ID>',
			expirationDays: 4,
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/messages',
				body: { ...printed, pin: { ...(printed.pin as IDataObject), ...decided } },
			},
		]);
	});
});

describe('A1Base', () => {
	const { body: prose } = seedHttp('a1Base/send-text.http');
	const send = async () => {
		const request = fakeRequest(
			{ accountId: '{accountId}', agentNumber: String(prose.from) },
			seed('a1Base/send-answer.json'),
		);
		const { result } = await perform(a1Base, 'message.send', request, {
			groupId: String(prose.thread_id),
			type: 'text',
			text: String(prose.message),
		});
		return { call: firstOf(request.calls), result };
	};

	it('goes to the address of the curl sample', async () => {
		const { call } = await send();

		expect(call.method).toBe('POST');
		const url = baseUrlOf(new A1BaseGroupsApi()) + decodeURIComponent(call.path);
		expect(url).toBe(seedCurl('a1Base/send.curl').url);
	});

	it('a text as in the prose, with `content` for `message` as in the OpenAPI file', async () => {
		const { message, ...others } = prose;
		const { call } = await send();

		expect(call.body).toEqual({ ...others, content: message });
	});

	it('has what the OpenAPI file requires, and nothing that it does not name', async () => {
		const { call } = await send();
		const openApi = parse(seedText('a1Base/send.openapi.yaml'));
		const { schema } =
			openApi.paths['/messages/group/{accountId}/send'].post.requestBody.content[
				'application/json'
			];

		const names = Object.keys(call.body ?? {});
		expect(names).toEqual(expect.arrayContaining(schema.required));
		expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(names));
		expect(schema.properties.service.enum).toContain(call.body?.service);
	});

	it('the answer of the curl sample', async () => {
		const { result } = await send();

		expect(result).toEqual({
			groupId: prose.thread_id,
			messageId: null,
			status: 'queued',
			timestamp: '2023-11-07T05:31:56.000Z',
		});
	});
});
