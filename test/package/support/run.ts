/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a program and returns its output. Hides from it that this is a test, because n8n's linter
 * would then treat every file as a trigger node.
 */
export async function run(program: string, args: string[], options: { cwd: string }) {
	const { stdout } = await execute(program, args, {
		...options,
		env: { ...process.env, NODE_ENV: undefined },
		maxBuffer: 64 * 1024 * 1024,
	});
	return stdout;
}

/** Runs a script of this folder in its own process. It prints JSON. */
export async function runScript<T>(script: string, args: string[]): Promise<T> {
	return JSON.parse(
		await run(process.execPath, [join(__dirname, script), ...args], { cwd: __dirname }),
	) as T;
}
