/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- development only, never published */
import { parseArgs } from 'node:util';
import { startSandbox } from '.';
import { labelOf } from './labels';
import { factories, providerNames } from './providers';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const port = Number(values.port ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"`);
	}
	const sandbox = await startSandbox({ port });
	console.log(`The sandbox page is ${sandbox.url}. Enter these values in a credential:`);
	for (const provider of providerNames) {
		console.log(`\n${factories[provider]().label}`);
		for (const [name, value] of Object.entries(sandbox.accounts[provider])) {
			console.log(`  ${labelOf(name).padEnd(20)} ${value}`);
		}
	}
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
