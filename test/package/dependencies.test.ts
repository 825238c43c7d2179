/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { projectFolder } from '../../demo/folders';
import { copyOf, writeFiles } from './support/copies';
import { run } from './support/run';

jest.setTimeout(120_000);

const SOURCES = ['nodes', 'credentials', 'sandbox', 'demo', 'test/unit'];
const CONFIG = '.dependency-cruiser.cjs';
const CRUISER = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const providers = 'nodes/WhatsAppGroups/providers';

/** For each rule, files that break it, and how. */
const PLANTED: Record<string, Record<string, string>> = {
	'no-circles': {
		'sandbox/plantedCircle.ts': "import './plantedCircle';",
	},
	'provider-uses-only-its-own-and-shared': {
		[`${providers}/a1Base/plantedAction.ts`]: "import '../../actions/fields';",
		[`${providers}/a1Base/plantedBuiltIn.ts`]: "import 'node:fs';",
		[`${providers}/a1Base/plantedPackage.ts`]: "import 'axios';",
		[`${providers}/a1Base/plantedTransport.ts`]: "import '../../transport/request';",
		[`${providers}/a1Base/plantedType.ts`]: "import type { x } from '../oneMsg/channel';",
		[`${providers}/cloudApi/plantedReseller.ts`]: "import '../dialog360/errors';",
	},
	'provider-only-through-the-table': {
		'demo/planted.ts': `import '../${providers}/oneMsg/channel';`,
		'nodes/WhatsAppGroups/trigger/planted.ts': "import '../providers/a1Base';",
		[`${providers}/planted.ts`]: "import './cloudApi/errors';",
	},
	'sandbox-knows-no-nodes': {
		'sandbox/plantedCredential.ts': "import '../credentials/A1BaseGroupsApi.credentials';",
		'sandbox/plantedNode.ts': `import '../${providers}/values';`,
	},
	'published-uses-nothing-for-development': {
		'credentials/planted.ts': "import '../sandbox/index';",
		'nodes/plantedDemo.ts': "import '../demo/until';",
		'nodes/plantedPackage.ts': "import type { x } from 'n8n-core';",
		// Breaks both rules.
		[`${providers}/a1Base/plantedPackage.ts`]: "import 'axios';",
	},
	'unit-tests-need-no-n8n-core': {
		'test/unit/planted.ts': "import '../support/planted';",
	},
};

async function violationsIn(folder: string) {
	const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', ...SOURCES];
	const { summary } = JSON.parse(
		await run(process.execPath, args, { cwd: folder }),
	) as ICruiseResult;
	return summary.violations.map(({ rule, from }) => [rule.name, from]);
}

it('imports only as the rules in .dependency-cruiser.cjs allow', async () => {
	expect(await violationsIn(projectFolder)).toEqual([]);
});

it('would notice each way to break a rule', async () => {
	const copy = await copyOf(...SOURCES, CONFIG, 'tsconfig.json');
	const planted = Object.entries(PLANTED);
	for (const [, files] of planted) await writeFiles(copy, files);
	await writeFiles(copy, { 'test/support/planted.ts': "import 'n8n-core';" });

	const expected = planted.flatMap(([rule, files]) =>
		Object.keys(files).map((path) => [rule, path]),
	);
	expect((await violationsIn(copy)).sort()).toEqual(expected.sort());
});

it('breaks every rule once', () => {
	const { forbidden } = jest.requireActual(join(projectFolder, CONFIG));
	expect(Object.keys(PLANTED)).toEqual(forbidden.map(({ name }: { name: string }) => name));
});
