import { unixSeconds } from '../../server/provider';

/** What one webhook tells (meta-groups.md#section-5). */
export interface Change {
	field: string;
	value: Record<string, unknown>;
}

/** Meta prints unix seconds as text in its samples. */
export const timestamp = (time: string) => String(unixSeconds(time));
