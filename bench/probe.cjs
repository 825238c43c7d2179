/** Loaded into n8n's process: reports what it has used so far. */
const { createServer } = require('node:http');

const port = Number(process.env.BENCH_PROBE_PORT);
// n8n's helpers inherit the setting: only the first process gets the port.
createServer((_request, response) => {
	const { user, system } = process.cpuUsage();
	const { maxRSS } = process.resourceUsage();
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify({ cpuMs: (user + system) / 1000, peakMegabytes: maxRSS / 1024 }));
})
	.on('error', () => {})
	.listen(port, '127.0.0.1')
	.unref();
