/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** The sandbox cites docs/facts/, as in `360dialog.md#p9`: every citation leads to an anchor there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const facts = join(root, 'docs/facts');

const anchors = new Map(
	readdirSync(facts).map((sheet) => {
		const text = readFileSync(join(facts, sheet), 'utf8');
		return [sheet, new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id))];
	}),
);

const sources = readdirSync(join(root, 'sandbox'), { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|yaml)$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(root, 'sandbox', path), 'utf8') }));

const cited = sources.flatMap(({ path, text }) =>
	[...text.matchAll(/([\w-]+\.md)#([\w.-]*\w)/g)].map(([citation, sheet, id]) => ({
		path,
		citation,
		leads: anchors.get(sheet!)?.has(id) ?? false,
	})),
);

test('every citation leads to an anchor', () => {
	expect(cited.length).toBeGreaterThan(100);
	expect(cited.filter(({ leads }) => !leads)).toEqual([]);
});

test('no source is cited without its sheet', () => {
	const comments = sources.flatMap(({ path, text }) =>
		text
			.split('\n')
			.filter((line) => path.endsWith('.yaml') || /^\s*(\/?\*|\/\/)|\s\/\/ /.test(line))
			.filter((line) => /(?<![#\w-])([CDGKMPQST]\d{1,2}[a-z]?|section \d[\d.]*|Seed)\b/.test(line))
			.map((line) => `${path}: ${line.trim()}`),
	);

	expect(comments).toEqual([]);
});
