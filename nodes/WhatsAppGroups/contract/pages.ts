import { ProviderError } from './errors';
import type { Answer, Page, PageRequest } from './operations';

type ReadPage<Result> = (request: PageRequest) => Promise<Page<Result>>;

/** How many empty pages in a row are read: some providers filter a page after reading it. */
const EMPTY_PAGES = 10;

interface Range {
	/** How many entries are wanted. */
	limit?: number;
	/** Where to start, if not at the beginning. */
	cursor?: string;
}

/**
 * Reads a list page by page, and yields each entry once. Ends after the last page, and also if a cursor
 * or the entries of a page repeat: a provider that ignores cursors would never reach a last page.
 * If the provider rejects a cursor as expired, reads the list once more from its beginning.
 */
export async function* pagesOf<Result>(
	read: ReadPage<Result>,
	{ limit = Infinity, cursor: start }: Range = {},
): AsyncGenerator<Page<Result>> {
	const given = new Set<string>();
	let pass = new Pass(start);
	let mayRestart = start === undefined;
	while (given.size < limit) {
		const request = { limit: limit - given.size, cursor: pass.cursor };
		const page = await (mayRestart ? read(request).catch(nothingIfExpired) : read(request));
		if (page === undefined) {
			mayRestart = false;
			pass = new Pass();
			continue;
		}
		const keys = page.answers.map(keyOf);
		const goesOn = pass.goesOn(keys, page.nextCursor);
		const answers = page.answers.filter((answer) => !given.has(keyOf(answer)));
		for (const key of keys) given.add(key);
		yield { answers, ...(goesOn ? { nextCursor: page.nextCursor } : {}) };
		if (!goesOn) return;
	}
}

function nothingIfExpired(error: unknown): undefined {
	if (!(error instanceof ProviderError && error.cursorExpired)) throw error;
}

/** Returns the first `limit` entries of a list. */
export async function entriesOf<Result>(
	limit: number,
	read: ReadPage<Result>,
): Promise<Array<Answer<Result>>> {
	const answers: Array<Answer<Result>> = [];
	for await (const page of pagesOf(read, { limit })) answers.push(...page.answers);
	return answers.slice(0, limit);
}

function keyOf<Result>({ result }: Answer<Result>): string {
	return JSON.stringify(result);
}

/** One pass through the list, from its beginning or a cursor. */
class Pass {
	private readonly cursors = new Set<string>();
	private readonly entries = new Set<string>();
	private empty = 0;

	constructor(public cursor?: string) {
		if (cursor !== undefined) this.cursors.add(cursor);
	}

	/** Returns whether to read another page after this one. */
	goesOn(keys: string[], nextCursor: string | undefined): boolean {
		const bringsNothing = keys.every((key) => this.entries.has(key));
		this.empty = keys.length === 0 ? this.empty + 1 : 0;
		for (const key of keys) this.entries.add(key);
		if (nextCursor === undefined || this.cursors.has(nextCursor)) return false;
		if (keys.length > 0 ? bringsNothing : this.empty > EMPTY_PAGES) return false;
		this.cursors.add(nextCursor);
		this.cursor = nextCursor;
		return true;
	}
}
