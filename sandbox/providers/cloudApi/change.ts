import { unixSeconds } from '../../server/provider';

/** The content of one webhook (meta-groups.md#section-5). */
export interface Change {
	field: string;
	value: Record<string, unknown>;
}

/** Meta prints unix seconds as text in its samples. */
export const timestamp = (time: string) => String(unixSeconds(time));
