/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { providers } from '../../nodes/WhatsAppGroups/providers';
import { properties as triggerFields } from '../../nodes/WhatsAppGroups/trigger/editor/properties';
import { generatedDocs, generatedExamples, partIn } from '../../scripts/docs';
import { credentialTypes } from '../support/n8n';

const parts = Object.entries(generatedDocs()).flatMap(([page, marks]) =>
	Object.entries(marks).map(([mark, text]) => ({ page, mark, text })),
);

test.each(parts)('$page is current in its part on $mark', ({ page, mark, text }) => {
	expect(partIn(page, mark)).toBe(text);
});

test.each(Object.entries(generatedExamples()))('%s is current', (file, text) => {
	expect(readFileSync(join(root, file), 'utf8')).toBe(text);
});

test('every provider has a page with actions, and with errors and their remedies', () => {
	const pages = parts.filter(({ page }) => page.startsWith('docs/providers/'));
	expect(pages).toHaveLength(8);
	for (const { mark, text } of pages) {
		expect(text).toContain(mark === 'errors' ? 'HTTP 401' : 'Send group message');
	}
});

const root = join(__dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md'].concat(
	readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => join('docs', path)),
);

test('links and pictures of the pages exist', () => {
	const targets = pages.flatMap((page) =>
		[...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)/g)]
			.map(([, target = '']) => target)
			.filter((target) => !/^\w+:/.test(target))
			.map((target) => join(dirname(page), target)),
	);
	expect(targets.length).toBeGreaterThan(20);
	expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test.each(providers)(
	'the links of the credential and the trigger for $displayName lead to its page',
	({ name, credential }) => {
		const notice = triggerFields.find((field) => field.name === `${name}Setup`);
		const texts = [credentialTypes[credential]!.documentationUrl, notice?.displayName];
		const links = texts.map((text = '') => /\/blob\/main\/([^"#]*)#([^"]*)/.exec(text) ?? []);

		const page = `docs/providers/${name}.md`;
		expect(links.map(([, path]) => path)).toEqual([page, page]);
		const headings = readFileSync(join(root, page), 'utf8').toLowerCase();
		for (const [, , heading] of links) expect(headings).toContain(`\n## ${heading}\n`);
	},
);

test.each(providers)(
	"$displayName's page names the fields of the credential in their order",
	({ name, credential }) => {
		const page = readFileSync(join(root, `docs/providers/${name}.md`), 'utf8');
		const [, section = ''] = /^## Credential\n(.*?)^## /ms.exec(page) ?? [];
		const beforeColons = section.match(/^- [^:]+/gm) ?? [];
		const labels = [...beforeColons.join().matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label);

		const { properties } = credentialTypes[credential]!;
		expect(labels).toEqual(properties.map(({ displayName }) => displayName));
	},
);

test('every picture is on a page', () => {
	const all = pages.map((page) => readFileSync(join(root, page), 'utf8')).join();
	const pictures = readdirSync(join(root, 'docs/pictures'));
	expect(pictures.filter((picture) => !all.includes(`pictures/${picture}`))).toEqual([]);
});
