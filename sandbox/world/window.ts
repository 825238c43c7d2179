import type { Group } from './model';

/** meta-groups.md#section-4: any participant's message opens or renews the window of the whole group. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** Whether the business may send more than templates. */
export function isWindowOpen({ messages, writtenBefore }: Group): boolean {
	const written = messages.filter(({ fromBusiness }) => !fromBusiness).map(({ time }) => time);
	const last = written.pop() ?? writtenBefore;
	return last !== null && Date.now() - Date.parse(last) < WINDOW_MS;
}
