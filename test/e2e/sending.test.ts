import type { INode } from 'n8n-workflow';

import { actionType, withCredential } from '../../demo/examples';
import { until } from '../../demo/until';
import { firstOf } from '../support/firstOf';
import { Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => await stage.close());

const MESSAGES = 200;

/** Start → Items → Send: numbered messages to one group and the other in turn. */
async function broadcast(groupIds: string[]) {
	const node = (name: string, type: string, typeVersion: number, parameters: object): INode => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	});
	const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const draft = {
		name: 'Broadcast',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Items', 'n8n-nodes-base.code', 2, {
				jsCode: `const groups = ${JSON.stringify(groupIds)};
return Array.from({ length: ${MESSAGES} }, (_, number) => ({
	json: { number, group: groups[number % groups.length] },
}));`,
			}),
			node('Send', actionType, 1, {
				provider: 'a1Base',
				resource: 'message',
				operation: 'send',
				group: { __rl: true, mode: 'id', value: '={{ $json.group }}' },
				text: '={{ $json.number }}',
				options: { messagesPerSecond: 40 },
			}),
		],
		connections: { Start: link('Items'), Items: link('Send') },
		settings: { executionOrder: 'v1' },
	};
	const { id } = await stage.n8n.createWorkflow(
		withCredential(draft, await stage.credential('a1Base')),
	);
	return await stage.n8n.run(id, 'Start');
}

const numbersIn = async (groupId: string) =>
	(await stage.at('a1Base').group(groupId)).messages.map(({ text }) => Number(text));

it('sends to several groups at the chosen pace, each group in order, one result per item', async () => {
	const groups = [await stage.createGroup('a1Base'), await stage.createGroup('a1Base')];
	const ids = groups.map(({ id }) => id);

	const { data } = await stage.n8n.finishedExecution(await broadcast(ids), 60);

	const { data: output, executionTime } = firstOf(data.resultData.runData.Send!);
	const sent = output?.main?.[0] ?? [];
	expect(sent.map(({ json }) => json.groupId)).toEqual(
		Array.from({ length: MESSAGES }, (_, number) => ids[number % 2]),
	);
	for (const [index, id] of ids.entries()) {
		expect(await numbersIn(id)).toEqual(
			Array.from({ length: MESSAGES / 2 }, (_, number) => 2 * number + index),
		);
	}
	// A burst of 40, and 40 a second.
	expect(executionTime).toBeGreaterThan(4000);
});

it('stops within a second when the run is stopped, and says in the log what was sent', async () => {
	const { id } = await stage.createGroup('a1Base');
	const execution = await broadcast([id]);
	await until('half of them to be sent', async () => (await numbersIn(id)).length > 60);

	await stage.n8n.stop(execution);
	const stoppedAt = Date.now();
	const line = await until('the line in the log', async () =>
		/Execution of “Send” was canceled\. (\d+) of 200 items were done[^\n]*/.exec(await stage.log()),
	);

	expect(Date.now() - stoppedAt).toBeLessThan(1000);
	const sent = await numbersIn(id);
	const [, done] = line;
	expect(sent.length).toBeGreaterThanOrEqual(Number(done));
	expect(sent.length).toBeLessThanOrEqual(Number(done) + 1);
	expect(sent).toEqual([...sent.keys()]);
	expect(line[0]).toContain('Not tried');
});
