/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { providers } from '../../nodes/WhatsAppGroups/providers';
import { generatedDocs, partIn } from '../../scripts/docs';
import { credentialTypes } from '../support/n8n';

const parts = Object.entries(generatedDocs()).flatMap(([page, marks]) =>
	Object.entries(marks).map(([mark, text]) => ({ page, mark, text })),
);

test.each(parts)('$page is current in its part on $mark', ({ page, mark, text }) => {
	expect(partIn(page, mark)).toBe(text);
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
	'the link of the credential for $displayName leads to its page',
	(provider) => {
		const link = credentialTypes[provider.credential]!.documentationUrl ?? '';
		const [, page = '', heading] = /\/blob\/main\/(.*)#(.*)$/.exec(link) ?? [];

		expect(page).toBe(`docs/providers/${provider.name}.md`);
		expect(readFileSync(join(root, page), 'utf8').toLowerCase()).toContain(`\n## ${heading}\n`);
	},
);

test('every picture is on a page', () => {
	const all = pages.map((page) => readFileSync(join(root, page), 'utf8')).join();
	const pictures = readdirSync(join(root, 'docs/pictures'));
	expect(pictures.filter((picture) => !all.includes(`pictures/${picture}`))).toEqual([]);
});
