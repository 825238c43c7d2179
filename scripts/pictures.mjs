/** `npm run pictures`: renews the pictures in `docs/`, through the tests of these pages. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shown = join(root, 'docs', 'pictures');

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = ['--selectProjects', 'e2e', '--testPathPatterns', 'e2e/(editorBrowser|sandboxPage)'];
const { status } = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' });
if (status === 0) {
	for (const picture of readdirSync(shown)) {
		copyFileSync(join(root, '.demo', 'pictures', picture), join(shown, picture));
	}
}
process.exitCode = status ?? 1;
