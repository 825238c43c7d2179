/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { spawn } from 'node:child_process';

export interface RunOptions {
	cwd: string;
	signal?: AbortSignal;
}

/** Runs npm and returns its output, which is only shown if npm fails. */
export async function npm(args: string[], { cwd, signal }: RunOptions): Promise<string> {
	return await new Promise((resolve, reject) => {
		// Without the prefix, npm would look for a project in the parent folders.
		const child = spawn('npm', ['--prefix', '.', ...args], {
			cwd,
			signal,
			env: withoutOurSettings(process.env),
			stdio: ['ignore', 'pipe', 'pipe'],
			// On Windows npm is a script that only a shell can start.
			shell: process.platform === 'win32',
		});
		let output = '';
		let complaints = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (complaints += chunk));
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) return resolve(output);
			const lastLines = (complaints + output).trim().split('\n').slice(-25).join('\n');
			reject(new Error(`"npm ${args.join(' ')}" failed in ${cwd}:\n${lastLines}`));
		});
	});
}

/**
 * Settings of the parent process (a test runner, a production shell, `npm start` itself) must not
 * change what npm installs: NODE_ENV=production, for example, would leave out the compiler.
 */
function withoutOurSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const ours =
		/^(NODE_ENV|NODE_OPTIONS|JEST_.*|npm_config_(ignore_scripts|omit|production|prefix))$/i;
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
