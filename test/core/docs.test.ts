import { generatedDocs, partIn } from '../../scripts/docs';

const parts = Object.entries(generatedDocs()).flatMap(([page, marks]) =>
	Object.entries(marks).map(([mark, text]) => ({ page, mark, text })),
);

test.each(parts)('$page is current in its part on $mark', ({ page, mark, text }) => {
	expect(partIn(page, mark)).toBe(text);
});

test('every provider has a page with actions, and with errors that say what to do', () => {
	const pages = parts.filter(({ page }) => page.startsWith('docs/providers/'));
	expect(pages).toHaveLength(8);
	for (const { mark, text } of pages) {
		expect(text).toContain(mark === 'errors' ? 'HTTP 401' : 'Send group message');
	}
});
