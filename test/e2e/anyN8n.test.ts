/** n8n installs and loads the package. The other files test what its nodes do. */
import axios from 'axios';
import type { INodeTypeDescription } from 'n8n-workflow';
import { actionType, toolType, triggerType } from '../../demo/examples';
import { providerNames } from '../../demo/providers';
import { byId, resultOf, runInARow } from './support/actions';
import { Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => await stage.close());

it('offers the action, the same as a tool, and the trigger', async () => {
	const { url, cookie } = stage.running;
	const headers = { Cookie: cookie };

	const { data } = await axios.get<INodeTypeDescription[]>(`${url}/types/nodes.json`, { headers });

	const names = data.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining([actionType, toolType, triggerType]));
});

it.each(providerNames)('the credential for %s passes its test', async (provider) => {
	const credential = await stage.credential(provider);

	expect(await stage.n8n.testCredential(credential)).toMatchObject({ status: 'OK' });
});

// A1Base's is in editor.test.ts, because n8n 1 accepts every response if one status is ignored.
it.each([
	['dialog360', 'apiKey'],
	['oneMsg', 'apiKey'],
	['metaCloud', 'accessToken'],
] as const)('the credential for %s fails its test with a wrong key', async (provider, field) => {
	const credential = await stage.credential(provider);
	const data = { ...credential.data, [field]: 'wrong-key' };

	const test = await stage.n8n.testCredential({ ...credential, data });

	expect(test).toMatchObject({ status: 'Error' });
});

it.each(providerNames)('sends to a group at %s', async (provider) => {
	const { id } = await stage.createGroup(provider);
	const send = { resource: 'message', operation: 'send', group: byId(id), text: 'Good morning' };

	const { Send } = await runInARow(stage, provider, { Send: send });

	expect(Send).toMatchObject([{ groupId: id }]);
	expect(await stage.answersIn(provider, id)).toEqual(['Good morning']);
});

it('says in a run that A1Base refuses the key, which the test of n8n 1 does not see', async () => {
	const { data, ...credential } = await stage.credential('a1Base');
	const wrong = {
		...credential,
		name: 'A1Base (wrong key)',
		data: { ...data, apiKey: 'wrong-key' },
	};
	const { id } = await stage.createGroup('a1Base');
	const send = { resource: 'message', operation: 'send', group: byId(id), text: 'Good morning' };

	const saved = await stage.n8n.saveCredential(wrong);
	const { error } = await resultOf(stage, 'a1Base', saved, { Send: send });

	expect(error?.message).toContain('A1Base does not accept the API key and secret');
});
