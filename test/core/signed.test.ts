import type { IncomingCall } from '../support/trigger';
import { useHouse } from './support/house';
import { asCall, listen, newestDelivery, useN8n } from './support/listening';

const house = useHouse();
const server = useN8n();

describe('A1Base, signed', () => {
	const signed = async () => {
		const control = house.control('a1Base');
		await control.set({ signDeliveries: true });
		const group = await control.seed(1);
		const trigger = await listen(house, server.n8n, 'a1Base');
		await control.write(group, 'Signed by them');
		return { trigger, items: await server.n8n.items(1) };
	};

	test('a right signature is believed', async () => {
		const { trigger, items } = await signed();

		expect(items).toMatchObject([{ message: { text: 'Signed by them' } }]);
		expect(trigger.warnings).toEqual([]);
	});

	test.each([
		['another body', (call: IncomingCall) => ({ ...call, body: { message_type: 'forged' } })],
		[
			'another time',
			(call: IncomingCall) => ({
				...call,
				headers: { ...call.headers, 'x-timestamp': String(Date.now() / 1000 - 10) },
			}),
		],
		[
			'a signature that is none',
			(call: IncomingCall) => ({ ...call, headers: { ...call.headers, 'x-signature': 'zz' } }),
		],
	])('%s is refused in spite of the secret', async (_what, forge) => {
		const { trigger } = await signed();
		const call = asCall(await newestDelivery(house, 'a1Base'));
		expect(call.headers).toHaveProperty('x-signature');

		const answer = await trigger.receive(forge(call));

		expect(answer).toEqual({ status: 401, body: expect.objectContaining({ success: false }) });
		expect(trigger.warnings).toEqual([expect.stringMatching(/signature/)]);
	});
});
