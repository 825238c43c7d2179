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

const root = 'nodes/WhatsAppGroups';
const providers = `${root}/providers`;

/** For each rule, files that break it. */
const PLANTED: Record<string, Record<string, string>> = {
	'no-circles': {
		'sandbox/plantedCircle.ts': "import './plantedCircle';",
	},
	'contract-uses-only-what-is-below': {
		[`${root}/contract/plantedProviders.ts`]: "import '../providers/index';",
		[`${root}/contract/plantedTransport.ts`]: "import type { x } from '../transport/request';",
	},
	'provider-uses-only-its-own-and-shared': {
		[`${providers}/a1Base/plantedAction.ts`]: "import '../../actions/fields';",
		[`${providers}/a1Base/plantedBuiltIn.ts`]: "import 'node:fs';",
		[`${providers}/a1Base/plantedPackage.ts`]: "import 'axios';",
		[`${providers}/a1Base/plantedTransport.ts`]: "import '../../transport/request';",
		[`${providers}/a1Base/plantedType.ts`]: "import type { x } from '../oneMsg/channel';",
	},
	'shared-imports-no-provider': {
		[`${providers}/shared/cloudApi/plantedReseller.ts`]: "import '../../dialog360/errors';",
	},
	'provider-only-through-the-table': {
		'demo/planted.ts': `import '../${providers}/oneMsg/channel';`,
		[`${root}/trigger/planted.ts`]: "import '../providers/a1Base';",
		[`${root}/run/plantedShared.ts`]: "import '../providers/shared/limits';",
	},
	'transport-uses-only-what-is-below': {
		[`${root}/transport/planted.ts`]: "import '../providers/index';",
	},
	'editor-uses-only-what-is-below': {
		[`${root}/editor/planted.ts`]: "import '../actions/fields';",
	},
	'waiting-uses-only-what-is-below': {
		[`${root}/waiting/plantedAction.ts`]: "import '../actions/fields';",
		[`${root}/waiting/plantedTrigger.ts`]: "import '../trigger/memory';",
	},
	'actions-uses-only-what-is-below': {
		[`${root}/actions/plantedRun.ts`]: "import '../run/inLanes';",
		[`${root}/actions/plantedTrigger.ts`]: "import '../trigger/memory';",
	},
	'run-uses-only-what-is-below': {
		[`${root}/run/planted.ts`]: "import '../trigger/proof';",
	},
	'trigger-uses-only-what-is-below': {
		[`${root}/trigger/plantedAction.ts`]: "import '../actions/fields';",
	},
	'receiving-and-registering-are-apart': {
		[`${root}/trigger/receiving/planted.ts`]: "import '../registering/hooks';",
	},
	'sandbox-imports-no-nodes': {
		'sandbox/plantedCredential.ts': "import '../credentials/A1BaseGroupsApi.credentials';",
		'sandbox/plantedNode.ts': `import '../${root}/contract/values';`,
	},
	'world-imports-no-server': {
		'sandbox/world/planted.ts': "import '../server/paging';",
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

it('reports each way to break a rule', async () => {
	const copy = await copyOf(...SOURCES, CONFIG, 'tsconfig.json');
	const planted = Object.entries(PLANTED);
	for (const [, files] of planted) await writeFiles(copy, files);
	await writeFiles(copy, { 'test/support/planted.ts': "import 'n8n-core';" });

	const expected = planted.flatMap(([rule, files]) =>
		Object.keys(files).map((path) => [rule, path]),
	);
	expect((await violationsIn(copy)).sort()).toEqual(expected.sort());
});

it('has a file that breaks every rule', () => {
	const { forbidden } = jest.requireActual(join(projectFolder, CONFIG));
	expect(Object.keys(PLANTED)).toEqual(forbidden.map(({ name }: { name: string }) => name));
});
