import type { Answer, Page } from '../providers/Provider';

/** Entries asked for at a time: few calls, and answers of a moderate size. */
const PAGE_SIZE = 100;

/** Reads page after page until there are `limit` entries or no further page. */
export async function collectPages<Result>(
	limit: number,
	readPage: (page: { limit: number; cursor?: string }) => Promise<Page<Result>>,
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
