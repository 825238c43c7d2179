import type { Answer, Page } from '../../contract/operations';
import { ProviderError } from '../../contract/errors';

type ReadPage<Result> = (page: { limit: number; cursor?: string }) => Promise<Page<Result>>;

/** Entries asked for at a time: few calls, and answers of a moderate size. */
const PAGE_SIZE = 100;

/**
 * Reads page after page until there are `limit` entries or no further page. When the provider forgets
 * where it was, the list is read once more from the beginning.
 */
export async function collectPages<Result>(
	limit: number,
	readPage: ReadPage<Result>,
): Promise<Array<Answer<Result>>> {
	return await readAll(limit, readPage).catch(async (error) => {
		if (error instanceof ProviderError && error.cursorExpired)
			return await readAll(limit, readPage);
		throw error;
	});
}

async function readAll<Result>(
	limit: number,
	readPage: ReadPage<Result>,
): Promise<Array<Answer<Result>>> {
	const answers: Array<Answer<Result>> = [];
	let cursor: string | undefined;
	do {
		const page = await readPage({ limit: Math.min(PAGE_SIZE, limit - answers.length), cursor });
		answers.push(...page.answers);
		cursor = page.nextCursor;
	} while (cursor !== undefined && answers.length < limit);
	return answers.slice(0, limit);
}
