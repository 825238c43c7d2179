import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { ProviderError } from '../../../nodes/WhatsAppGroups/transport/errors';
import { fakeRequest } from '../support/request';

const ONE = 'https://one.example/hook';
const TWO = 'https://two.example/hook';

describe('360dialog', () => {
	const { registration } = dialog360;

	it('reads the address and its headers', async () => {
		const request = fakeRequest({}, { url: ONE, headers: { 'X-Secret': 's' } });

		const standing = await registration?.read(request);

		expect(request.calls).toEqual([{ method: 'GET', path: '/v1/configs/webhook' }]);
		expect(standing?.endpoints).toEqual([{ url: ONE, headers: { 'X-Secret': 's' } }]);
	});

	const refusal = (httpStatus: number) =>
		new ProviderError('No', { description: '', outcomeUnknown: false, httpStatus });

	it('finds nothing at a number that never had a webhook, which answers 404', async () => {
		const standing = await registration?.read(fakeRequest({}, refusal(404)));

		expect(standing?.endpoints).toEqual([]);
	});

	it('does not take another refusal for an empty place', async () => {
		const error = refusal(401);

		await expect(registration?.read(fakeRequest({}, error))).rejects.toBe(error);
	});

	it('writes the address with its headers', async () => {
		const request = fakeRequest({}, { url: ONE, headers: {} });

		await registration?.write(request, {
			endpoints: [{ url: ONE, headers: { 'X-Secret': 's' } }],
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/v1/configs/webhook',
				body: { url: ONE, headers: { 'X-Secret': 's' } },
			},
		]);
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

		const standing = await registration?.read(request);

		expect(standing?.endpoints.map(({ url }) => url)).toEqual(urls);
		expect(standing?.statusEvents).toBe(false);
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

	it('delivers to five addresses, as documented', () => {
		expect(registration?.capacity).toBe(5);
		expect(dialog360.registration?.capacity).toBe(1);
	});
});
