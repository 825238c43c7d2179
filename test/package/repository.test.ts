/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../demo/folders';
import { textsIn } from './support/copies';

/** Words of single providers or of WhatsApp's own interface, as in paths, headers and bodies. */
const VENDOR_WORDS = [
	'@g.us',
	'/v1/configs',
	'agent_number',
	'group_subject',
	'invite_link',
	'messaging_product',
	'sendMessage',
	'thread_id',
	'x-signature',
];

const PROVIDER_FOLDER =
	/^WhatsAppGroups\/providers\/(shared\/cloudApi|a1Base|dialog360|metaCloud|oneMsg)\//;

let nodes: Array<[path: string, text: string]>;
beforeAll(async () => {
	nodes = Object.entries(await textsIn(join(projectFolder, 'nodes')));
});

it.each(VENDOR_WORDS)('has %s only in the folder of a provider', (word) => {
	const places = nodes.filter(([, text]) => text.includes(word)).map(([path]) => path);
	expect(places).not.toEqual([]);
	expect(places.filter((path) => !PROVIDER_FOLDER.test(path))).toEqual([]);
});

it('keeps the nodes themselves small', () => {
	const shells = nodes.filter(([path]) => path.endsWith('.node.ts'));
	expect(shells).toHaveLength(2);
	for (const [path, text] of shells) {
		expect([path, text.split('\n').length < 120]).toEqual([path, true]);
	}
});

it('locks versions without the address they were fetched from', async () => {
	const lock = JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8'));
	const entries = Object.entries<{ funding?: unknown; resolved?: string }>(lock.packages);
	expect(entries.filter(([, { resolved }]) => resolved)).toEqual([]);
	// A package's own funding link is the only address allowed.
	const withoutFunding = entries.map(([path, entry]) => [path, { ...entry, funding: undefined }]);
	expect(JSON.stringify(withoutFunding)).not.toMatch(/https?:/);
});
