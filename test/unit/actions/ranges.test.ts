import { ranges } from '../../../nodes/WhatsAppGroups/run/ranges';

test.each([
	[[], ''],
	[[3], '3'],
	[[0, 1, 2, 4, 7, 8], '0–2, 4, 7–8'],
])('%j', (numbers, text) => {
	expect(ranges(numbers)).toBe(text);
});

test('of very many only the first are written out', () => {
	const odd = Array.from({ length: 1000 }, (_, index) => 2 * index + 1);

	expect(ranges(odd)).toMatch(/^1, 3, 5, .*, …$/);
	expect(ranges(odd).length).toBeLessThan(200);
});
