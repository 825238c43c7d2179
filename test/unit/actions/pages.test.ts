import { collectPages } from '../../../nodes/WhatsAppGroups/actions/helpers/pages';

/** A provider with so many entries, that gives at most `most` at a time. */
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
	const answers = await collectPages(limit, providerWith(entries).readPage);

	expect(answers.map(({ result }) => result)).toEqual(
		Array.from({ length: wanted }, (_, index) => index),
	);
});

it('never asks for more than is wanted, nor for more than WhatsApp gives at a time', async () => {
	const { asked, readPage } = providerWith(2000);

	await collectPages(250, readPage);

	const sum = asked.reduce((total, { limit }) => total + limit, 0);
	expect(sum).toBe(250);
	expect(Math.max(...asked.map(({ limit }) => limit))).toBeLessThanOrEqual(1024);
});

it('begins without a cursor and goes on with the one given', async () => {
	const { asked, readPage } = providerWith(70, 25);

	await collectPages(Infinity, readPage);

	expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, '25', '50']);
});

it('an empty page in the middle does not end the list', async () => {
	const pages = [{ answers: [], nextCursor: 'A' }, { answers: [{ result: 1, raw: {} }] }];

	const answers = await collectPages(10, async () => await Promise.resolve(pages.shift()!));

	expect(answers).toHaveLength(1);
});

it('a provider that gives more than asked for does not exceed the limit', async () => {
	const answers = [1, 2, 3].map((result) => ({ result, raw: {} }));

	expect(await collectPages(2, async () => await Promise.resolve({ answers }))).toHaveLength(2);
});

it('a page that fails fails the whole list', async () => {
	const fail = async () => await Promise.reject(new Error('Second page'));

	await expect(collectPages(10, fail)).rejects.toThrow('Second page');
});
