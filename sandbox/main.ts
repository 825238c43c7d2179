/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- development only, never published */
import { parseArgs } from 'node:util';
import { startSandbox } from '.';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const port = Number(values.port ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"`);
	}
	const sandbox = await startSandbox({ port });
	console.log(`The sandbox page is ${sandbox.url}. Enter one of these in a credential:`);
	for (const [provider, account] of Object.entries(sandbox.accounts)) {
		console.log(provider, JSON.stringify(account, null, 2));
	}
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
