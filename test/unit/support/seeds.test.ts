import { JSON_SAMPLES, CORRECTED, seed, seedText } from './seeds';

it.each(Object.keys(CORRECTED))('%s can be read although it is not valid JSON', (name) => {
	expect(() => JSON.parse(seedText(name))).toThrow(SyntaxError);
	expect(seed(name)).toBeInstanceOf(Object);
});

it.each(JSON_SAMPLES.filter((name) => !(name in CORRECTED)))('%s is read unchanged', (name) => {
	expect(seed(name)).toEqual(JSON.parse(seedText(name)));
});

it('corrects commas only', () => {
	for (const name of Object.keys(CORRECTED)) {
		const without = (text: string) => text.replace(/[\s,]/g, '');
		expect(without(JSON.stringify(seed(name)))).toBe(without(seedText(name)));
	}
});
