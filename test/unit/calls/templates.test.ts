import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { TemplateLookup } from '../../../nodes/WhatsAppGroups/editor/TemplateLookup';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { templateContent } from '../../../nodes/WhatsAppGroups/providers/shared/cloudApi/filledTemplate';
import { fakeRequest } from '../support/request';

const body = (text: string) => ({ type: 'BODY', text });
const template = (name: string, language: string, more: IDataObject = {}): IDataObject => ({
	name,
	language,
	status: 'APPROVED',
	components: [body('Hello {{1}}')],
	...more,
});
const HELLO = [template('hello', 'de'), template('hello', 'en_US')];

const find = async (list: IDataObject[], key: string) =>
	await new TemplateLookup(dialog360).find(fakeRequest({}, { waba_templates: list }), key);

describe('a template', () => {
	it.each([
		'hello|en_US',
		'hello|en-US',
		'hello|en_us',
		' hello | en_US ',
		'hello (en_US)',
		'Hello|en_US',
	])('is found as “%s”', async (key) => {
		expect(await find(HELLO, key)).toMatchObject({ name: 'hello', language: 'en_US' });
	});

	it('is found by its name if it has one approved language', async () => {
		const list = [template('hello', 'fr', { status: 'REJECTED' }), template('hello', 'de')];

		expect(await find(list, 'hello')).toMatchObject({ language: 'de' });
	});

	it.each(['hello', 'hello|en', 'hello|fr', 'hello (en)'])(
		'named “%s” is refused with the languages there are',
		async (key) => {
			await expect(find(HELLO, key)).rejects.toMatchObject({
				message: expect.stringMatching(/de, en_US/),
				advice: expect.stringMatching(/“hello\|de”, “hello\|en_US”/),
			});
		},
	);

	it('that is not approved yet is explained', async () => {
		const list = [template('hello', 'de', { status: 'PENDING' })];

		await expect(find(list, 'hello')).rejects.toThrow(/waiting for approval/);
	});

	it('that does not exist is looked up once in a run', async () => {
		const lookup = new TemplateLookup(dialog360);
		const request = fakeRequest({}, { waba_templates: HELLO });

		await expect(lookup.find(request, 'nothing')).rejects.toThrow(FieldError);
		await expect(lookup.find(request, 'nothing')).rejects.toThrow(FieldError);

		expect(request.calls).toHaveLength(1);
	});
});

describe('all pages are read', () => {
	const many = Array.from({ length: 1005 }, (_, index) => template(`t${index}`, 'en_US'));

	it('at 360dialog', async () => {
		const request = fakeRequest(
			{},
			{ waba_templates: many.slice(0, 1000), count: 1000, total: 1005 },
			{ waba_templates: many.slice(1000), count: 5, total: 1005 },
		);

		const found = await new TemplateLookup(dialog360).find(request, 't1003|en_US');

		expect(found.name).toBe('t1003');
		expect(request.calls.map(({ query }) => query?.offset)).toEqual([0, 1000]);
	});

	it('and the list ends where 1MSG ignores the offset', async () => {
		const same = { templates: many.slice(0, 100) };
		const request = fakeRequest({}, same, same, same);

		const found = new TemplateLookup(oneMsg).find(request, 'nothing');

		await expect(found).rejects.toThrow(/no approved template/);
		expect(request.calls).toHaveLength(2);
	});
});

describe('a value', () => {
	const fill = async (value: string) => {
		const hello = await find(HELLO, 'hello|de');
		return templateContent({ ...hello, values: { body_1: value } });
	};

	it.each([
		['Monday\nTuesday', 'a line break'],
		['Monday\r\nTuesday', 'a line break'],
		['Monday\u2028Tuesday', 'a line break'],
		['Monday\tTuesday', 'a tab'],
		['Monday     Tuesday', 'more than 4 spaces in a row'],
	])('%j is refused by name', async (value, what) => {
		await expect(fill(value)).rejects.toThrow(
			`“Body {{1}}” of the template “hello” contains ${what}`,
		);
	});

	it.each(['Monday    Tuesday', ' Monday\n', 'Mon, Tue'])('%j is sent', async (value) => {
		expect(await fill(value)).toMatchObject({
			components: [{ type: 'body', parameters: [{ type: 'text', text: value.trim() }] }],
		});
	});
});

describe('a template with parts that need other values', () => {
	const components = (...more: IDataObject[]) => ({ components: [body('Save now'), ...more] });
	const buttons = (type: string) => ({ type: 'BUTTONS', buttons: [{ type, text: 'Tap' }] });

	it.each([
		[buttons('COPY_CODE'), 'a copy code button'],
		[buttons('OTP'), 'an otp button'],
		[buttons('FLOW'), 'a flow button'],
		[{ type: 'HEADER', format: 'LOCATION' }, 'a location header'],
		[{ type: 'CAROUSEL', cards: [] }, 'a carousel'],
		[{ type: 'limited_time_offer' }, 'a limited time offer'],
	])('%j is not sent', async (component, part) => {
		const found = await find([template('offer', 'de', components(component))], 'offer');

		expect(found.unfillable).toBe(part);
		expect(() => templateContent({ ...found, values: {} })).toThrow(
			`The template “offer” has ${part}, which this node can't fill in`,
		);
	});

	it.each([
		buttons('QUICK_REPLY'),
		buttons('PHONE_NUMBER'),
		buttons('URL'),
		{ type: 'FOOTER', text: 'Bye' },
		{ type: 'HEADER', text: 'News' },
	])('%j is sent', async (component) => {
		const found = await find([template('offer', 'de', components(component))], 'offer');

		expect(found.unfillable).toBeNull();
	});
});
