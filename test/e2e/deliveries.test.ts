import axios from 'axios';
import { providerNames } from '../../demo/providers';
import { firstOf } from '../support/firstOf';
import { ana, Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	await stage.close();
});

describe.each(providerNames)('deliveries of %s', (provider) => {
	it('are rejected without the secret, accepted with it, and count once', async () => {
		const workflow = await stage.importExample(provider);
		await stage.activate(provider, workflow);
		const { id } = await stage.createGroup(provider);
		await stage.at(provider).write(id, ana.id, 'ping');
		await stage.answersIn(provider, id);
		const genuine = await firstDelivery();

		const address = stage.productionUrl(workflow);
		const withoutSecret = await post(address, genuine.body);
		const withWrongSecret = await post(`${address}?secret=guessed`, genuine.body, {
			'X-Webhook-Secret': 'guessed',
		});
		await stage.at(provider).repeat(genuine);

		expect([withoutSecret, withWrongSecret]).toEqual([401, 401]);
		expect((await firstDelivery()).attempts.map(({ status }) => status)).toEqual([200, 200]);
		expect(await stage.settledExecutions(provider, workflow)).toHaveLength(1);
		expect(await stage.answersIn(provider, id)).toHaveLength(1);
		await stage.n8n.deactivate(workflow.id);
	});

	const firstDelivery = async () => firstOf(await stage.at(provider).deliveries());
});

async function post(url: string, body: unknown, headers = {}): Promise<number> {
	return (await axios.post(url, body, { headers, validateStatus: () => true })).status;
}
