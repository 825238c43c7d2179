import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { actionType } from '../../demo/examples';
import { providerNames } from '../../demo/providers';
import { firstOf } from '../support/firstOf';
import { Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	await stage.close();
});

describe.each(providerNames)('the credential for %s', (provider) => {
	it('passes its test with the right key', async () => {
		const test = await stage.n8n.testCredential(await stage.credential(provider));
		expect(test).toMatchObject({ status: 'OK' });
	});

	it('fails its test with a wrong key, and says which provider refused it', async () => {
		const credential = await stage.credential(provider);
		const field = provider === 'metaCloud' ? 'accessToken' : 'apiKey';
		const data = { ...credential.data, [field]: 'wrong-key' };
		const test = await stage.n8n.testCredential({ ...credential, data });
		expect(test).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/360dialog|1MSG|A1Base|Meta/),
		});
	});
});

describe.each(providerNames)('the list of groups of %s', (provider) => {
	it('has the groups of the number, and finds one by a part of its subject', async () => {
		const { id, name, type } = await stage.credential(provider);
		const { id: groupId } = await stage.createGroup(provider);
		const list = async (filter?: string) =>
			await stage.n8n.listChoices({
				path: 'parameters.group',
				methodName: 'searchGroups',
				nodeTypeAndVersion: { name: actionType, version: 1 },
				currentNodeParameters: { provider, resource: 'message', operation: 'send' },
				credentials: { [type]: { id, name } },
				filter,
			});

		expect(await list()).toEqual([{ name: 'Launch crew', value: groupId }]);
		expect(await list('launch')).toHaveLength(1);
		expect(await list('lunch')).toEqual([]);
	});
});

describe.each(['dialog360', 'oneMsg', 'metaCloud'] as const)('the templates of %s', (provider) => {
	it('are in a list, and their variables become fields', async () => {
		const { id, name, type } = await stage.credential(provider);
		const request = (method: string, parameters: INodeParameters = {}) => ({
			path: 'parameters.templateVariables',
			methodName: method,
			nodeTypeAndVersion: { name: actionType, version: 1 },
			currentNodeParameters: {
				...{ provider, resource: 'message', operation: 'send', messageType: 'template' },
				...parameters,
			},
			credentials: { [type]: { id, name } },
		});

		const list = await stage.n8n.listChoices({ ...request('searchTemplates'), filter: 'remind' });
		expect(list).toEqual([{ name: 'event_reminder (en)', value: 'event_reminder|en' }]);

		const template = { __rl: true, mode: 'list', value: firstOf(list).value };
		expect(await stage.n8n.mapperFields(request('templateVariables', { template }))).toMatchObject([
			{ id: 'body_event', displayName: 'Body {{event}}' },
			{ id: 'body_time', displayName: 'Body {{time}}' },
		]);
		const inPlace = (options: INodeParameters) =>
			request('getVariablesInPlace', { messageType: 'text', options });
		expect(await stage.n8n.menu(inPlace({ template }))).toEqual([
			{ name: 'Body {{event}}', value: 'body_event' },
			{ name: 'Body {{time}}', value: 'body_time' },
		]);
		expect(await stage.n8n.menu(inPlace({}))).toEqual([]);
	});
});

it('has the shape of an output before the first run', async () => {
	const url = `${stage.running.url}/schemas/${actionType}/1.0.0/group/get.json`;
	const { data } = await axios.get(url, { headers: { cookie: stage.running.cookie } });
	expect(Object.keys(data.properties)).toEqual(
		expect.arrayContaining(['provider', 'groupId', 'subject', 'participants']),
	);
});
