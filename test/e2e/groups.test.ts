import type { IDataObject, INode } from 'n8n-workflow';
import { actionType, withCredential } from '../../demo/examples';
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

it('creates a group, gets its invite link, writes to who joined, and pins that', async () => {
	const started = await run([
		action('Create', { resource: 'group', operation: 'create', subject: 'Launch crew' }),
		action('Link', {
			resource: 'inviteLink',
			operation: 'get',
			group: byId('={{ $json.groupId }}'),
		}),
	]);
	const groupId = String(started.Create.groupId);
	const sandbox = stage.at('dialog360');
	const { subject, inviteLink } = await sandbox.group(groupId);
	expect(subject).toBe('Launch crew');
	expect(started.Link).toMatchObject({ groupId, inviteLink });

	await sandbox.join(inviteLink, ana);
	const greeted = await run([
		action('Send', {
			resource: 'message',
			operation: 'send',
			group: byId(groupId),
			text: 'Welcome',
		}),
		action('Pin', {
			resource: 'message',
			operation: 'pin',
			group: byId(groupId),
			messageId: '={{ $json.messageId }}',
			expirationDays: 7,
		}),
	]);
	const { messages, pins } = await sandbox.group(groupId);
	expect(messages).toMatchObject([{ text: 'Welcome', fromBusiness: true }]);
	expect(greeted.Send).toMatchObject({ groupId, messageId: messages[0].id });
	expect(pins).toEqual([messages[0].id]);
});

/** Runs actions one after the other, as the editor's button does; gives the first item of each. */
async function run(actions: INode[]): Promise<Record<string, IDataObject>> {
	const nodes = [node('Start', 'n8n-nodes-base.manualTrigger', {}), ...actions];
	const draft = { name: 'Actions in a row', nodes, connections: inARow(nodes) };
	const credential = await stage.credential('dialog360');
	const { id } = await stage.n8n.createWorkflow(withCredential(draft, credential));
	const execution = await stage.n8n.finishedExecution(await stage.n8n.run(id, 'Start'));
	const { runData, error } = execution.data.resultData;
	expect(error).toBeUndefined();
	const results = actions.map(({ name }) => [name, runData[name][0].data?.main[0]?.[0].json]);
	return Object.fromEntries(results);
}

function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

function action(name: string, parameters: INode['parameters']): INode {
	return node(name, actionType, { provider: 'dialog360', ...parameters });
}

function node(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function inARow(chain: INode[]) {
	const links = chain.slice(1).map(({ name }, index) => {
		return [chain[index].name, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }];
	});
	return Object.fromEntries(links);
}
