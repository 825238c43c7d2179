/** Templates of every kind: what the editor says of them, and what a run sends. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { searchTemplates, templateVariables } from '../../nodes/WhatsAppGroups/editor/templates';
import type { ProviderName } from '../../sandbox/providers';
import { editorContext } from '../support/action';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { startServer } from './support/servers';

const sandbox = useSandbox();

const body = { type: 'BODY', text: 'Save now' };
const button = (type: string, more: object = {}) => ({
	type: 'BUTTONS',
	buttons: [{ type, text: 'Tap', ...more }],
});

const unfillable: Array<[name: string, component: object, part: string]> = [
	['coupon', button('COPY_CODE', { example: ['SAVE20'] }), 'a copy code button'],
	['login', button('OTP', { otp_type: 'COPY_CODE' }), 'an otp button'],
	['survey', button('FLOW', { flow_id: '1' }), 'a flow button'],
	['catalog', button('CATALOG'), 'a catalog button'],
	['products', button('MPM'), 'a mpm button'],
	['place', { type: 'HEADER', format: 'LOCATION' }, 'a location header'],
	['deck', { type: 'CAROUSEL', cards: [] }, 'a carousel'],
	['sale', { type: 'LIMITED_TIME_OFFER', limited_time_offer: {} }, 'a limited time offer'],
];
const bill = [
	{ type: 'HEADER', format: 'DOCUMENT' },
	button('URL', { url: 'https://x.test/{{1}}' }),
];

const account: IDataObject[] = [
	...unfillable.map(([name, component]) => ({ name, components: [body, component] })),
	{ name: 'bill', components: [body, ...bill] },
].map((template) => ({ language: 'en_US', status: 'APPROVED', ...template }));

/** How each provider answers with the templates of the account. */
const lists: Partial<Record<ProviderName, object>> = {
	dialog360: { waba_templates: account, count: account.length, total: account.length },
	oneMsg: { templates: account },
	metaCloud: { data: account },
};

async function provided(provider: ProviderName) {
	const server = await startServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ ...lists[provider], ...sent }));
	});
	const more = { baseUrl: server.url };
	const parameters = (template: string): INodeParameters => ({
		...{ provider, resource: 'message', operation: 'send', messageType: 'template' },
		template: groupField(`${template}|en_US`),
	});
	return {
		posts: () => server.seen.filter(({ method }) => method === 'POST'),
		editor: (template: string) =>
			editorContext({
				parameters: parameters(template),
				credentials: sandbox.credentials(provider, more),
			}),
		send: async (template: string, value: INodeParameters) =>
			await sandbox.run(
				provider,
				'message.send',
				{
					...parameters(template),
					group: groupField('group-1'),
					templateVariables: { mappingMode: 'defineBelow', value },
				},
				{ account: more, onError: 'continueRegularOutput' },
			),
	};
}

const sent = { messages: [{ id: 'wamid.1' }], sent: true, id: 'wamid.1' };

describe.each(Object.keys(lists) as ProviderName[])('%s', (provider) => {
	test('the menu says which kinds are not supported', async () => {
		const { editor } = await provided(provider);

		const { results } = await searchTemplates.call(editor(''));

		expect(results.map(({ name }) => name)).toEqual([
			...unfillable.map(([name, , part]) => `${name} (en_US), not supported: has ${part}`),
			'bill (en_US)',
		]);
	});

	test.each(unfillable)(
		'%s: a notice in place of the fields, and it is not sent',
		async (name, _component, part) => {
			const { editor, send, posts } = await provided(provider);
			const problem = `has ${part}, which this node can't fill in`;

			expect(await templateVariables.call(editor(name))).toEqual({
				fields: [],
				emptyFieldsNotice: expect.stringContaining(problem),
			});
			expect(failureIn(await send(name, {})).error).toContain(problem);
			expect(posts()).toEqual([]);
		},
	);

	test('a document has a field for its name, which may stay empty', async () => {
		const { editor } = await provided(provider);

		const { fields } = await templateVariables.call(editor('bill'));

		expect(fields).toMatchObject([
			{ id: 'header_media', displayName: 'Header document (URL)', required: true },
			{ id: 'header_filename', displayName: 'Header document (file name)', required: false },
			{ id: 'button_0', displayName: 'Button “Tap” (end of its URL)', required: true },
		]);
	});

	test.each([
		['Bill for May.pdf', 'Bill for May.pdf'],
		['', '4711'],
		['={{ undefined }}', '4711'],
	])('a document with the name “%s” is sent as “%s”', async (header_filename, filename) => {
		const { send, posts } = await provided(provider);
		const link = 'https://shop.example/bills/4711?sig=abc';

		const { json } = await send('bill', { header_media: link, header_filename, button_0: 'a' });

		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(posts()[0]?.body).toContain(JSON.stringify({ link, filename }));
	});

	test.each(['undefined', 'null', '[]', '""', 'NaN', '{ a: 1 }', '["a"]', '"a\\nb"', '"a\\tb"'])(
		'a variable that is %s is named, and nothing is sent',
		async (value) => {
			const { send, posts } = await provided(provider);

			const run = await send('bill', {
				header_media: 'https://shop.example/a.pdf',
				button_0: `={{ [${value}][0] }}`,
			});

			expect(failureIn(run).error).toContain('“Button “Tap” (end of its URL)”');
			expect(posts()).toEqual([]);
		},
	);
});
