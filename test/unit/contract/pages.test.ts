import { ProviderError } from '../../../nodes/WhatsAppGroups/contract/errors';
import type { Page } from '../../../nodes/WhatsAppGroups/contract/operations';
import { entriesOf, pagesOf } from '../../../nodes/WhatsAppGroups/contract/pages';

/** A provider with this many entries, which returns at most `most` per page. */
function providerWith(entries: number, most = 1000) {
	const asked: Array<{ limit: number; cursor?: string }> = [];
	const readPage = async ({ limit, cursor }: { limit: number; cursor?: string }) => {
		asked.push({ limit, cursor });
		const start = Number(cursor ?? 0);
		const end = Math.min(start + Math.min(limit, most), entries);
		const answers = Array.from({ length: end - start }, (_, index) => ({
			result: start + index,
			raw: {},
		}));
		return await Promise.resolve({
			answers,
			...(end < entries ? { nextCursor: String(end) } : {}),
		});
	};
	return { asked, readPage };
}

it.each([
	{ entries: 0, limit: 50, wanted: 0 },
	{ entries: 3, limit: 50, wanted: 3 },
	{ entries: 50, limit: 50, wanted: 50 },
	{ entries: 51, limit: 50, wanted: 50 },
	{ entries: 500, limit: 1, wanted: 1 },
	{ entries: 500, limit: 250, wanted: 250 },
	{ entries: 0, limit: Infinity, wanted: 0 },
	{ entries: 1024, limit: Infinity, wanted: 1024 },
])('$entries entries, limit $limit: the first $wanted', async ({ entries, limit, wanted }) => {
	const answers = await entriesOf(limit, providerWith(entries).readPage);

	expect(answers.map(({ result }) => result)).toEqual(
		Array.from({ length: wanted }, (_, index) => index),
	);
});

it('asks for as many as are still wanted', async () => {
	const { asked, readPage } = providerWith(2000, 100);

	await entriesOf(250, readPage);

	expect(asked.map(({ limit }) => limit)).toEqual([250, 150, 50]);
});

it('begins without a cursor and continues with the one returned', async () => {
	const { asked, readPage } = providerWith(70, 25);

	await entriesOf(Infinity, readPage);

	expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, '25', '50']);
});

it('an empty page in the middle does not end the list', async () => {
	const pages = [{ answers: [], nextCursor: 'A' }, { answers: [{ result: 1, raw: {} }] }];

	const answers = await entriesOf(10, async () => await Promise.resolve(pages.shift()!));

	expect(answers).toHaveLength(1);
});

it('a provider that returns more than requested does not exceed the limit', async () => {
	const answers = [1, 2, 3].map((result) => ({ result, raw: {} }));

	expect(await entriesOf(2, async () => await Promise.resolve({ answers }))).toHaveLength(2);
});

it('a page that fails fails the whole list', async () => {
	const fail = async () => await Promise.reject(new Error('Second page'));

	await expect(entriesOf(10, fail)).rejects.toThrow('Second page');
});

/** Pages given one after another, whatever is asked for. */
function reader(...pages: Array<Page<number> | Error>) {
	const cursors: Array<string | undefined> = [];
	const read = async ({ cursor }: { cursor?: string }) => {
		cursors.push(cursor);
		if (cursors.length > 1000) throw new Error('Endless');
		const page = pages[Math.min(cursors.length, pages.length) - 1]!;
		if (page instanceof Error) throw page;
		return await Promise.resolve(page);
	};
	return { cursors, read };
}
const page = (results: number[], nextCursor?: string): Page<number> => ({
	answers: results.map((result) => ({ result, raw: {} })),
	nextCursor,
});
const expired = new ProviderError('Expired', { cursorExpired: true } as never);
const resultsOf = async (read: Parameters<typeof entriesOf<number>>[1]) =>
	(await entriesOf(Infinity, read)).map(({ result }) => result);

describe('a list ends', () => {
	it('if a cursor repeats', async () => {
		const { read } = reader(page([1], 'A'), page([2], 'B'), page([3], 'A'));

		expect(await resultsOf(read)).toEqual([1, 2, 3]);
	});

	it('when a page repeats what was there, under an ever new cursor', async () => {
		let count = 0;
		const read = async () => await Promise.resolve(page([1, 2], String(count++)));

		expect(await resultsOf(read)).toEqual([1, 2]);
		expect(count).toBe(2);
	});

	it('when pages stay empty', async () => {
		let count = 0;
		const read = async () => await Promise.resolve(page([], String(count++)));

		expect(await resultsOf(read)).toEqual([]);
		expect(count).toBeLessThan(20);
	});
});

it('returns an entry once if two pages overlap', async () => {
	const { read } = reader(page([1, 2], 'A'), page([2, 3], 'B'), page([3, 4]));

	expect(await resultsOf(read)).toEqual([1, 2, 3, 4]);
});

it('keeps two entries of one page that look the same', async () => {
	expect(await resultsOf(reader(page([7, 7])).read)).toEqual([7, 7]);
});

describe('when the cursor has expired', () => {
	it('reads the list again, and returns each entry once', async () => {
		const { cursors, read } = reader(
			page([1, 2], 'A'),
			expired,
			page([1, 2], 'B'),
			page([2, 3], 'C'),
			page([4]),
		);

		expect(await resultsOf(read)).toEqual([1, 2, 3, 4]);
		expect(cursors).toEqual([undefined, 'A', undefined, 'B', 'C']);
	});

	it('a second time, fails', async () => {
		const { read } = reader(page([1], 'A'), expired, page([1], 'B'), expired);

		await expect(resultsOf(read)).rejects.toThrow('Expired');
	});

	it('fails immediately if the list was begun in its middle', async () => {
		const pages = pagesOf(reader(expired).read, { cursor: 'old' });

		await expect(pages.next()).rejects.toThrow('Expired');
	});
});
