import { createServer } from 'node:net';
import { parseArgs } from 'node:util';

const defaultPorts = { 'n8n-port': 5678, 'sandbox-port': 4010 };

const help = `npm start                            starts n8n and the sandbox
npm start -- --n8n-port 5700         n8n on another port than ${defaultPorts['n8n-port']}
npm start -- --sandbox-port 4100     the sandbox on another port than ${defaultPorts['sandbox-port']}
npm start -- --no-open               without opening them in a browser`;

/** The ports are free. Throws in words for the person who started the demo. */
export async function readOptions(args) {
	const { 'no-open': isClosed, ...given } = optionsIn(args);
	const ports = { ...defaultPorts, ...portsOf(given) };
	await ensurePortIsFree('n8n-port', ports['n8n-port']);
	await ensurePortIsFree('sandbox-port', ports['sandbox-port']);
	return { n8nPort: ports['n8n-port'], sandboxPort: ports['sandbox-port'], open: !isClosed };
}

function optionsIn(args) {
	const port = { type: 'string' };
	const options = { 'n8n-port': port, 'sandbox-port': port, 'no-open': { type: 'boolean' } };
	try {
		return parseArgs({ args, options }).values;
	} catch (error) {
		throw new Error(`${error.message}\n\nUsage:\n${help}`);
	}
}

function portsOf(given) {
	const ports = Object.entries(given).map(([option, text]) => [option, Number(text)]);
	for (const [option, number] of ports) {
		if (Number.isInteger(number) && number > 0 && number < 65_536) continue;
		throw new Error(`--${option} must be a number from 1 to 65535, not "${given[option]}".`);
	}
	return Object.fromEntries(ports);
}

async function ensurePortIsFree(option, port) {
	const server = createServer();
	try {
		await new Promise((resolve, reject) => {
			server.once('error', reject).listen(port, '127.0.0.1', resolve);
		});
	} catch (error) {
		const reason =
			error.code === 'EADDRINUSE'
				? 'is in use by another program'
				: `cannot be used (${error.code})`;
		const another = port < 65_000 ? port + 100 : defaultPorts[option] + 100;
		throw new Error(
			`Port ${port} ${reason}. Choose another one, for example:\n\n  npm start -- --${option} ${another}`,
		);
	}
	await new Promise((resolve) => server.close(resolve));
}
