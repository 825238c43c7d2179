/** `npm run pictures`: renews the pictures in `docs/`, through the tests of these pages. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shown = join(root, 'docs', 'pictures');
const taken = join(root, '.demo', 'pictures');

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const tests = ['--testPathPatterns', 'e2e/(editorBrowser|sandboxPage|stories)'];
const args = ['--selectProjects', 'e2e', '--runInBand', ...tests];
rmSync(taken, { recursive: true, force: true });
const env = { ...process.env, PICTURES: 'take' };
const { status } = spawnSync(process.execPath, [jest, ...args], {
	cwd: root,
	env,
	stdio: 'inherit',
});

for (const name of readdirSync(shown).filter((one) => existsSync(join(taken, one)))) {
	cpSync(join(taken, name), join(shown, name), { recursive: true });
}
process.exitCode = status ?? 1;
