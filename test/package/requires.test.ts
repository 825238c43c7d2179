/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { join } from 'node:path';
import { emptyFolder, writeFiles } from './support/copies';
import { packed } from './support/packed';
import { strangersIn } from './support/requires';

it('loads nothing but its own files, n8n-workflow and crypto', async () => {
	expect(await strangersIn(join(packed().folder, 'dist'))).toEqual([]);
});

it('reports anything else', async () => {
	const folder = await emptyFolder();
	await writeFiles(folder, {
		'package.json': '{}',
		'dist/own/index.js': 'require("n8n-workflow"); require("node:crypto"); require("../other");',
		'dist/other.js': 'require("./own"); require("./own/index.json");',
		'dist/own/index.json': '{}',
		'dist/package.js': 'require("axios");',
		'dist/builtIn.js': 'async () => await import("node:fs");',
		'dist/missing.js': 'require("./missing/file");',
		'dist/outside.js': 'require("../package");',
		'dist/computed.js': 'module.require(name);',
		'dist/module.js': 'import fs from "fs"; export * from "path";',
	});
	expect(await strangersIn(join(folder, 'dist'))).toEqual([
		'builtIn.js: node:fs',
		'computed.js: (computed)',
		'missing.js: ./missing/file',
		'module.js: fs',
		'module.js: path',
		'outside.js: ../package',
		'package.js: axios',
	]);
});
