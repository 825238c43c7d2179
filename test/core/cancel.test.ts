/** A canceled run ends immediately, keeps its results, and logs what was not done. */
import { until } from '../../demo/until';
import { useSandbox } from './support/sandbox';
import { startServer } from './support/servers';

const sandbox = useSandbox();
const FIVE_GROUPS = Array.from({ length: 40 }, (_, number) => ({
	group: `group-${number % 5}`,
	number,
}));

/** Sends to five groups through a provider that stops answering at the twelfth message. Cancels the run then. */
async function cancelledRun(options: object = {}) {
	const server = await startServer((_request, response) => {
		if (server.seen.length > 12) return;
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ messages: [{ id: 'wamid.1' }] }));
	});
	let cancelledAt = 0;
	const cancelled = until('all lanes to wait', () => server.seen.length === 17).then(() => {
		cancelledAt = Date.now();
	});
	const run = await sandbox.run(
		'dialog360',
		'message.send',
		{
			group: { __rl: true, mode: 'id', value: '={{ $json.group }}' } as never,
			text: '={{ $json.number }}',
		},
		{ account: { baseUrl: server.url }, input: FIVE_GROUPS, cancelled, ...options },
	);
	return { run, server, took: Date.now() - cancelledAt };
}

test.each([undefined, 'continueRegularOutput' as const])(
	'while messages are being sent, with %s on error',
	async (onError) => {
		const { run, server, took } = await cancelledRun({ onError });

		expect(took).toBeLessThan(5000);
		expect(server.seen).toHaveLength(17);
		expect(run.json.filter(({ status }) => status === 'sent')).toHaveLength(12);
		const inDoubt = run.json.filter(({ error }) => error);
		expect(inDoubt).toHaveLength(5);
		for (const { error, details } of inDoubt) {
			expect(error).toMatch(/canceled before 360dialog answered/);
			expect(details).toMatchObject({ status: 'unknown' });
		}
	},
);

test('while the next message waits for the pace', async () => {
	let refused = 0;
	const server = await startServer((_request, response) => {
		response.writeHead(429, { 'retry-after': '60' }).end(() => refused++);
	});
	let looks = 0;
	let cancelledAt = 0;
	// By the second look, the node has read the answers.
	const allRefused = () => refused > 0 && refused === server.seen.length && ++looks > 1;
	const cancelled = until('all requests to be refused', allRefused).then(() => {
		cancelledAt = Date.now();
	});

	const run = await sandbox.run(
		'dialog360',
		'message.send',
		{
			group: { __rl: true, mode: 'id', value: '={{ $json.group }}' } as never,
			text: 'Hi',
		},
		{ account: { baseUrl: server.url }, input: FIVE_GROUPS, cancelled },
	);

	expect(Date.now() - cancelledAt).toBeLessThan(5000);
	expect(server.seen.length).toBeLessThanOrEqual(5);
	expect(run.json).toEqual([]);
});
