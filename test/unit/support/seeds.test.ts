import { JSON_SAMPLES, MENDED, seed, seedText } from './seeds';

it.each(Object.keys(MENDED))('%s is no valid JSON as printed, but readable', (name) => {
	expect(() => JSON.parse(seedText(name))).toThrow(SyntaxError);
	expect(seed(name)).toBeInstanceOf(Object);
});

it.each(JSON_SAMPLES.filter((name) => !(name in MENDED)))('%s is read as printed', (name) => {
	expect(seed(name)).toEqual(JSON.parse(seedText(name)));
});

it('mends nothing but commas', () => {
	for (const name of Object.keys(MENDED)) {
		const without = (text: string) => text.replace(/[\s,]/g, '');
		expect(without(JSON.stringify(seed(name)))).toBe(without(seedText(name)));
	}
});
