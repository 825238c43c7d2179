import type { VendorRequest } from '../../server/provider';
import { type PageQuery, pageOf } from '../../server/paging';
import { refuse } from './errors';

/** One page with Meta's `paging` member, or the refusal of its cursor (131059). */
export function cloudPage<Item extends { id: string }>(
	all: Item[],
	{ query, baseUrl }: VendorRequest<never>,
	path: string,
) {
	const page = pageOf(all, query as PageQuery);
	if (!page) throw refuse(131059, 'The cursor is not valid (any more)');
	const limit = query.limit === undefined ? '' : `limit=${query.limit}&`;
	const { after, before } = page.cursors;
	return {
		items: page.items,
		paging: {
			cursors: page.cursors,
			...(page.hasNext && { next: `${baseUrl}${path}?${limit}after=${after}` }),
			...(page.hasPrevious && { previous: `${baseUrl}${path}?${limit}before=${before}` }),
		},
	};
}
