import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { ProviderError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { firstOf } from '../../support/firstOf';
import { fakeRequest } from '../support/request';

const ONE = 'https://one.example/hook';
const TWO = 'https://two.example/hook';

describe('360dialog', () => {
	const { registration } = dialog360;

	const MAIN = { url: ONE, headers: { 'X-Secret': 's' } };
	const OFF = { enabled: false, destinations: [] };
	const EXTRA = { name: 'crm', url: TWO, headers: { 'X-Kept': 'k' } };
	const ON = { enabled: true, destinations: [EXTRA] };

	it('reads the main address and those besides it', async () => {
		const request = fakeRequest({}, MAIN, ON);

		const registered = await registration?.read(request);

		expect(request.calls).toEqual([
			{ method: 'GET', path: '/v1/configs/webhook' },
			{ method: 'GET', path: '/multi_webhook' },
		]);
		expect(registered?.endpoints).toEqual([MAIN, EXTRA]);
	});

	it('does not count those that are switched off', async () => {
		const request = fakeRequest({}, MAIN, { ...ON, enabled: false });

		expect((await registration?.read(request))?.endpoints).toEqual([MAIN]);
	});

	const refusal = (httpStatus: number) => new ProviderError('No', { description: '', httpStatus });

	it('finds nothing at a number that never had a webhook, which answers 404', async () => {
		const registered = await registration?.read(fakeRequest({}, refusal(404), OFF));

		expect(registered?.endpoints).toEqual([]);
	});

	it.each([
		[403, 1],
		[404, 1],
		[409, undefined],
	])('%p for those besides it: none are there, and there is room for %p', async (status, room) => {
		const registered = await registration?.read(fakeRequest({}, MAIN, refusal(status)));

		expect(registered).toEqual({ endpoints: [MAIN], capacity: room });
	});

	it('does not treat another refusal as an empty place', async () => {
		const error = refusal(401);

		await expect(registration?.read(fakeRequest({}, error))).rejects.toBe(error);
	});

	const MINE = { url: 'https://n8n.example/hook', headers: { 'X-Secret': 'mine' } };
	const named = { ...MINE, name: expect.stringMatching(/^n8n-\w+$/) };
	const post = (body: object) => ({ method: 'POST', path: '/multi_webhook', body });

	it.each([
		{
			what: 'the main address with its headers, where none was',
			before: [refusal(404), OFF],
			endpoints: [MINE],
			writes: [{ method: 'POST', path: '/v1/configs/webhook', body: MINE }],
		},
		{
			what: 'a new secret of the main address',
			before: [{ ...MINE, headers: { 'X-Secret': 'old' } }, OFF],
			endpoints: [MINE],
			writes: [{ method: 'POST', path: '/v1/configs/webhook', body: MINE }],
		},
		{
			what: 'the first besides it, which switches them on',
			before: [MAIN, OFF],
			endpoints: [MAIN, MINE],
			writes: [post({ enabled: true, destinations: [named] })],
		},
		{
			what: 'a further one, without touching the others',
			before: [MAIN, ON],
			endpoints: [MAIN, EXTRA, MINE],
			writes: [{ method: 'PUT', path: '/multi_webhook', body: { destinations: [named] } }],
		},
		{
			what: 'a new secret of one of them, by its name',
			before: [MAIN, ON],
			endpoints: [MAIN, { ...EXTRA, headers: { 'X-Kept': 'new' } }],
			writes: [
				{
					method: 'PATCH',
					path: '/multi_webhook',
					body: { ...EXTRA, headers: { 'X-Kept': 'new' } },
				},
			],
		},
		{
			what: 'one less, which no call does by itself',
			before: [MAIN, { enabled: true, destinations: [EXTRA, { ...MINE, name: 'n8n-1' }] }],
			endpoints: [MAIN, EXTRA],
			writes: [post({ enabled: false }), post({ enabled: true, destinations: [EXTRA] })],
		},
		{
			what: 'none besides it any more',
			before: [MAIN, ON],
			endpoints: [MAIN],
			writes: [post({ enabled: false })],
		},
	])('writes $what', async ({ before, endpoints, writes }) => {
		const done = writes.map(() => ({ message: 'Operation started successfully' }));
		const [main, extras] = before;
		const writesMain = firstOf(writes).path !== '/multi_webhook';
		const answers = writesMain ? [main!, ...done, extras!] : [main!, extras!, ...done];
		const request = fakeRequest({}, ...answers);

		await registration?.write(request, { endpoints });

		expect(request.calls.filter(({ method }) => method !== 'GET')).toEqual(writes);
	});

	it.each([
		['https://n8n.example/hook', undefined],
		['http://n8n.example/hook', /https/],
		['https://n8n.example:5678/hook', /port/],
		['https://n8n_1.example/hook', /underscore/],
		['https://n8n.example/my_hook', undefined],
	])('%s: %p', (url, fault) => {
		const found = registration?.faultIn?.(new URL(url));
		if (fault === undefined) expect(found).toBeUndefined();
		else expect(found).toMatch(fault);
	});
});

describe('1MSG', () => {
	const { registration } = oneMsg;

	it.each([
		{ webhookUrl: ONE, urls: [ONE] },
		{ webhookUrl: [ONE, TWO], urls: [ONE, TWO] },
		{ webhookUrl: `${ONE}, ${TWO}`, urls: [ONE, TWO] },
		{ webhookUrl: '', urls: [] },
		{ webhookUrl: undefined, urls: [] },
	])('reads $webhookUrl', async ({ webhookUrl, urls }) => {
		const request = fakeRequest({}, { webhookUrl }, { ackNotificationsOn: false });

		const registered = await registration?.read(request);

		expect(registered?.endpoints.map(({ url }) => url)).toEqual(urls);
		expect(registered?.statusEvents).toBe(false);
	});

	it('writes the full list, and no setting that is not to be changed', async () => {
		const request = fakeRequest({}, {});

		await registration?.write(request, { endpoints: [{ url: ONE }, { url: TWO }] });

		expect(request.calls).toEqual([
			{ method: 'POST', path: '/webhook', body: { webhookUrl: [ONE, TWO] } },
		]);
	});

	it('clears the list through the settings, and switches statuses', async () => {
		const request = fakeRequest({}, {}, {});

		await registration?.write(request, { endpoints: [], statusEvents: false });

		expect(request.calls).toEqual([
			{ method: 'POST', path: '/settings', body: { webhookUrl: '' } },
			{ method: 'POST', path: '/settings', body: { ackNotificationsOn: false } },
		]);
	});

	it('marks an address that turned on statuses, and recognizes it', async () => {
		const url = `${ONE}?secret=s`;
		const write = fakeRequest({}, {});
		await registration?.write(write, { endpoints: [{ url, borrowsStatuses: true }] });
		const { body } = firstOf(write.calls);

		const read = fakeRequest({}, body!, { ackNotificationsOn: true });
		expect((await registration?.read(read))?.endpoints).toEqual([{ url, borrowsStatuses: true }]);
		const address = new URL(firstOf(body!.webhookUrl as string[]));
		expect(address.searchParams.get('secret')).toBe('s');
	});

	it('writes the switch alone, where no address changes', async () => {
		const request = fakeRequest({}, {});

		await registration?.write(request, { statusEvents: true });

		expect(request.calls).toEqual([
			{ method: 'POST', path: '/settings', body: { ackNotificationsOn: true } },
		]);
	});

	it('delivers to five addresses, and 360dialog to three besides the main one', () => {
		expect(registration?.capacity).toBe(5);
		expect(dialog360.registration?.capacity).toBe(4);
	});
});
