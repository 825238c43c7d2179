/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Two thousand deliveries at ten connections: exactly the right ones start a run, each once. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import axios from 'axios';
import type { INode } from 'n8n-workflow';

import { readExample, triggerOf, withCredential } from '../../demo/examples';
import type { Workflow } from '../../demo/n8nTypes';
import { until } from '../../demo/until';
import { firstOf } from '../support/firstOf';
import { Stage } from './support/stage';

jest.setTimeout(900_000);

const CONNECTIONS = 10;
const COUNTS = { wanted: 466, repeated: 667, filtered: 667, forged: 200 };
type Kind = keyof typeof COUNTS;

interface Call {
	kind: Kind;
	id: string;
	status?: number;
}

let stage: Stage;
let counter: Server;
/** IDs that runs have reported, also repeatedly. */
const reported: string[] = [];

beforeAll(async () => {
	stage = await Stage.create();
	counter = createServer(async (request, response) => {
		reported.push(((await json(request)) as { id: string }).id);
		response.end('{}');
	});
	await new Promise<void>((resolve) => counter.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	counter.closeAllConnections();
	counter.close();
	await stage.close();
});

/** The trigger of an example, and a node that reports its message to the counter. */
async function tellingWorkflow(): Promise<Workflow> {
	const draft = withCredential(readExample('oneMsg'), await stage.credential('oneMsg'));
	const trigger = triggerOf(draft) as INode;
	trigger.parameters.filters = { keywords: '/^go\\b/i' };
	const { port } = counter.address() as AddressInfo;
	const report: INode = {
		id: randomUUID(),
		name: 'Report',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [220, 0],
		parameters: {
			method: 'POST',
			url: `http://127.0.0.1:${port}/`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ id: $json.messageId }) }}',
		},
	};
	const main = [[{ node: 'Report', type: 'main' as const, index: 0 }]];
	return await stage.n8n.createWorkflow({
		...draft,
		nodes: [trigger, report],
		connections: { [trigger.name]: { main } },
	});
}

const bodyOf = ({ kind, id }: Call) => ({
	instanceId: '1',
	messages: [
		{
			id,
			body: kind === 'filtered' ? 'Nothing to do' : 'Go ahead',
			fromMe: false,
			author: '15550002222@c.us',
			time: 1755548877,
			chatId: '120363000000000000@g.us',
			type: 'chat',
			senderName: 'Sample',
		},
	],
});

/** In no order, but the same in each run. */
function shuffled(calls: Call[]): Call[] {
	let state = 20_261_123;
	const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
	return calls
		.map((call) => ({ call, place: random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ call }) => call);
}

it('starts a run for each delivery that is genuine, chosen and new, and for no other', async () => {
	const workflow = await tellingWorkflow();
	await stage.activate('oneMsg', workflow);
	const { url } = firstOf(await stage.at('oneMsg').webhooks());
	expect(new URL(url).searchParams.get('secret')).toMatch(/\w{20}/);
	const forgedUrl = url.replace(/secret=.*/, 'secret=guessed-by-a-stranger');
	const ids = Array.from({ length: COUNTS.wanted }, (_, index) => `wamid.${index}`);
	const calls = shuffled(
		Object.entries(COUNTS).flatMap(([kind, count]) =>
			Array.from({ length: count }, (_, index): Call => {
				const own = kind === 'wanted' || kind === 'repeated';
				const id = own ? ids[index % ids.length]! : `wamid.${kind}${index}`;
				return { kind: kind as Kind, id };
			}),
		),
	);

	const waiting = [...calls];
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
				const target = call.kind === 'forged' ? forgedUrl : url;
				const options = { validateStatus: () => true, timeout: 60_000 };
				// On a busy machine a repeat may come while the first is in progress, and is sent again.
				do call.status = (await axios.post(target, bodyOf(call), options)).status;
				while (call.status === 503);
			}
		}),
	);

	const answers = calls.map(({ kind, status }) => `${kind} ${status}`);
	expect([...new Set(answers)].sort()).toEqual([
		'filtered 200',
		'forged 401',
		'repeated 200',
		'wanted 200',
	]);
	await until('every run to report', () => reported.length >= ids.length, { seconds: 400 });
	await until(
		'all runs to end',
		async () =>
			(await stage.n8n.executionCount(workflow.id)) >= ids.length &&
			(await stage.n8n.executions(workflow.id)).every(({ stoppedAt }) => stoppedAt),
		{ seconds: 200 },
	);
	expect([...reported].sort()).toEqual([...ids].sort());
	expect(await stage.n8n.executionCount(workflow.id)).toBe(ids.length);
	const secrets = [url, forgedUrl].map((one) => new URL(one).searchParams.get('secret') as string);
	secrets.push(stage.sandbox.accounts.oneMsg.apiKey);
	const first = firstOf(await stage.n8n.executions(workflow.id));
	const stored = JSON.stringify(await stage.n8n.finishedExecution(first.id));
	expect(stored).toContain('Go ahead');
	expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
	await stage.n8n.deactivate(workflow.id);
});
