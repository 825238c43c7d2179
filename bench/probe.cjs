/** Loaded into n8n's process: reports what it has used so far, and whose code used the CPU. */
const { createServer } = require('node:http');
const { Session } = require('node:inspector/promises');

const session = new Session();

const paths = {
	'/use': () => {
		const { user, system } = process.cpuUsage();
		const { maxRSS } = process.resourceUsage();
		return { cpuMs: (user + system) / 1000, peakMegabytes: maxRSS / 1024 };
	},
	'/profile/start': async () => {
		session.connect();
		await session.post('Profiler.enable');
		await session.post('Profiler.setSamplingInterval', { interval: 200 });
		await session.post('Profiler.start');
		return {};
	},
	'/profile/end': async () => {
		const { profile } = await session.post('Profiler.stop');
		session.disconnect();
		return timesIn(profile);
	},
};

/** Milliseconds in our files, in n8n's and its libraries', and in Node itself. */
function timesIn({ nodes, samples, timeDeltas }) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const owners = new Map();
	const visit = (id, caller) => {
		const { callFrame, children = [] } = byId.get(id);
		const owner = ownerOf(callFrame, caller);
		owners.set(id, owner);
		for (const child of children) visit(child, owner);
	};
	visit(nodes[0].id, 'node');
	const times = { own: 0, n8n: 0, node: 0, idle: 0 };
	samples.forEach((id, index) => (times[owners.get(id)] += timeDeltas[index] / 1000));
	return times;
}

/** Node's own functions count as their caller's. */
function ownerOf({ url, functionName }, caller) {
	if (functionName === '(idle)') return 'idle';
	if (url.includes('n8n-nodes-whatsapp-groups')) return 'own';
	return url === '' || url.startsWith('node:') ? caller : 'n8n';
}

const port = Number(process.env.BENCH_PROBE_PORT);
// n8n's helpers inherit the setting: only the first process gets the port.
createServer(async ({ url }, response) => {
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify(await paths[url]()));
})
	.on('error', () => {})
	.listen(port, '127.0.0.1')
	.unref();
