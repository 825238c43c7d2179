/** The corpus of deliveries: complete, and with sources. */
import { JSON_SAMPLES } from '../support/seeds';
import { stored } from '../deliveries';

const files = ['cloudApi', 'dialog360', 'oneMsg', 'a1Base'].flatMap(stored);

it.each(files)('$file says what it is and where it is from', (file) => {
	expect(file.name).toMatch(/\w/);
	expect(file.source).toMatch(/\w/);
	expect([file.body !== undefined, file.seed !== undefined].filter(Boolean)).toHaveLength(1);
	expect([file.events !== undefined, file.kept !== undefined].filter(Boolean)).toHaveLength(1);
});

it('names are unique', () => {
	const names = files.map(({ file, name }) => `${file.split('/')[0]}: ${name}`);

	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('contains every delivery in the vendors’ documents', () => {
	const deliveries = JSON_SAMPLES.filter((name) => /\/(message|status)-/.test(name));

	expect(files.flatMap(({ seed = [] }) => seed).sort()).toEqual(deliveries);
});
