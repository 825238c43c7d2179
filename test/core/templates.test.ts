import type { INodeParameters } from 'n8n-workflow';

import { readWorkflow } from '../../demo/examples';
import { searchTemplates, templateVariables } from '../../nodes/WhatsAppGroups/editor/templates';
import type { ProviderName } from '../../sandbox/providers';
import { person } from '../sandbox/support';
import { editorContext } from '../support/action';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';
/** A1Base has no templates. */
const withTemplates: ProviderName[] = ['dialog360', 'oneMsg', 'metaCloud'];

const chosen = (value: string) => ({ __rl: true, mode: 'id', value });
const filled = (value: Record<string, string>) => ({ mappingMode: 'defineBelow', value });

async function setup(provider: ProviderName) {
	const control = sandbox.control(provider);
	const { group } = await setUp(provider, control);
	return {
		group,
		control,
		send: async (template: string, values: Record<string, string>, options: object = {}) =>
			await sandbox.run(
				provider,
				'message.send',
				{
					group: groupField(group),
					messageType: 'template',
					template: chosen(template),
					templateVariables: filled(values),
				} as unknown as INodeParameters,
				options,
			),
		newest: async () => (await control.group(group)).messages.at(-1),
	};
}

/** The node in the editor, where menus and fields are asked for. */
const editor = (provider: ProviderName, parameters: INodeParameters = {}) =>
	editorContext({
		parameters: {
			...{ provider, resource: 'message', operation: 'send', messageType: 'template' },
			...parameters,
		},
		credentials: sandbox.credentials(provider),
	});

describe.each(withTemplates)('%s', (provider) => {
	test.each<{ template: string; values: Record<string, string>; text: string }>([
		{
			template: 'order_update|en',
			values: { body_2: 'A-17', body_1: 'Ada' },
			text: 'Hello Ada, order A-17 is on its way.',
		},
		{
			template: 'event_reminder',
			values: { body_event: 'The match', body_time: '18:00' },
			text: 'The match begins at 18:00.',
		},
		{
			template: 'picture_of_the_day|en',
			values: { header_media: 'https://example.com/a.jpg', body_1: 'a lighthouse' },
			text: 'Today: a lighthouse',
		},
	])('$template arrives filled in', async ({ template, values, text }) => {
		const { group, send, newest } = await setup(provider);

		const { json, error } = await send(template, values);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ provider, groupId: group.id, status: 'sent' }]);
		expect(await newest()).toMatchObject({ type: 'template', text });
	});

	test.each(['1234567890', 'example.com/a.jpg'])(
		'refuses “%s” as the file of a header',
		async (url) => {
			const { send, newest } = await setup(provider);
			const before = await newest();

			const { items } = await send(
				'picture_of_the_day|en',
				{ header_media: url, body_1: 'a lighthouse' },
				{ onError: 'continueRegularOutput' },
			);

			expect(items[0]?.json.error).toMatch(/isn't a valid URL/);
			expect(await newest()).toEqual(before);
		},
	);

	test('a run of several items looks the template up once', async () => {
		const { send, control } = await setup(provider);

		const { items } = await send(
			'order_update|en',
			{ body_1: '={{ $json.name }}', body_2: '17' },
			{ input: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }] },
		);

		expect(items).toHaveLength(3);
		const methods = (await control.calls()).map(({ method }) => method);
		expect(methods).toEqual(['GET', 'POST', 'POST', 'POST']);
	});

	test('a look-up that failed is made again for the next item', async () => {
		const { send, control } = await setup(provider);
		await control.set({ answerNext: { status: 400, body: { error: 'Out of order' } } });

		const { json } = await send(
			'order_update|en',
			{ body_1: 'Ada', body_2: '17' },
			{ input: [{}, {}], onError },
		);

		expect(json).toMatchObject([{ error: expect.any(String) }, { status: 'sent' }]);
	});

	test.each([
		['order_update|en', { body_1: 'Ada', body_2: ' ' }, /“Body \{\{2\}\}”.*order_update.*empty/],
		['order_update|en', {}, /“Body \{\{1\}\}”.*order_update.*empty/],
		['no_such_thing', {}, /no approved template “no_such_thing”/],
		['order_update|fr', {}, /no approved template “order_update\|fr”/],
	])('%s with %j is explained, and nothing is sent', async (template, values, says) => {
		const { send, control } = await setup(provider);

		const { error, details } = failureIn(
			await send(template, values as Record<string, string>, { onError }),
		);

		expect(error).toMatch(says);
		expect(details.description).toMatch(/variable|list/i);
		const methods = (await control.calls()).map(({ method }) => method);
		expect(methods).not.toContain('POST');
	});

	test('the menu finds templates by a part of their name', async () => {
		await setup(provider);

		const { results } = await searchTemplates.call(editor(provider), 'REMIND');

		expect(results).toEqual([{ name: 'event_reminder (en)', value: 'event_reminder|en' }]);
	});

	test('the editor shows a field for each variable', async () => {
		await setup(provider);
		const template = chosen('picture_of_the_day|en') as unknown as INodeParameters;

		const { fields } = await templateVariables.call(editor(provider, { template }));

		expect(fields).toMatchObject([
			{ id: 'header_media', displayName: 'Header image (URL)', required: true, type: 'string' },
			{ id: 'body_1', displayName: 'Body {{1}}', required: true, type: 'string' },
		]);
	});

	test('without a template there are no fields and no error', async () => {
		const template = chosen('') as unknown as INodeParameters;

		const { fields } = await templateVariables.call(editor(provider, { template }));

		expect(fields).toEqual([]);
	});
});

// n8n's editor compares them, and otherwise calls the variables outdated right after the import.
test('the example “Welcome and onboard” stores the fields of its template as the editor loads them', async () => {
	const { nodes } = readWorkflow('welcome-and-onboard');
	const { parameters } = nodes.find(({ name }) => name === 'Welcome Them')!;

	const { fields } = await templateVariables.call(editor('dialog360', parameters));

	const schema = fields.map((field) => ({ ...field, removed: false }));
	expect(parameters.templateVariables).toMatchObject({ schema });
});

// 1MSG and A1Base have no call that sends an invite link.
describe.each<ProviderName>(['dialog360', 'metaCloud'])('%s invites people', (provider) => {
	const invite = async (to: string, options: object = {}) => {
		const { group, control } = await setup(provider);
		const parameters = { group: groupField(group), to, template: chosen('group_invite_link') };
		const run = await sandbox.run(
			provider,
			'inviteLink.send',
			parameters as unknown as INodeParameters,
			options,
		);
		return { run, group, control };
	};

	test('one message and one item per person', async () => {
		const { run, group, control } = await invite(`+${person(3).id}, ${person(4).id}`);

		expect(run.json).toMatchObject([
			{ participantId: person(3).id, status: 'sent', error: null },
			{ participantId: person(4).id, status: 'sent', error: null },
		]);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		const { data } = await control.http.get('/invitations');
		expect(data).toMatchObject([
			{ to: person(3).id, groupId: group.id },
			{ to: person(4).id, groupId: group.id },
		]);
	});

	test("text that isn't a phone number is refused before anybody is invited", async () => {
		const { run, control } = await invite(`+${person(3).id}, Ada`, { onError });

		expect(failureIn(run).error).toMatch(/“Ada” in “To” isn't a phone number/);
		expect(await control.calls()).toEqual([]);
	});
});
