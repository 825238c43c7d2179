import type { ProviderRequest } from '../../contract/http';
import { plainName } from '../../contract/plainName';
import type { Answer } from '../../contract/operations';
import type { ExistingGroup, GroupLookup } from '../../editor/GroupLookup';
import { within } from '../../transport/within';

/** Pauses before each read of the list, in ms. The first one doubles up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** How far the provider's clock may be behind ours, in ms. */
const CLOCK_DIFFERENCE_MS = 120_000;

/** A group that is being created. */
interface Awaited {
	subject: string;
	/** IDs of the groups that existed before. */
	before: Set<string>;
	/** When the call began, in ms since 1970. */
	since: number;
}

/**
 * Waits until the list has new groups with this name, for at most `seconds`. Returns what it found:
 * several groups if somebody else created one with the same name at the same time.
 */
export async function newGroups(
	list: GroupLookup,
	request: ProviderRequest,
	awaited: Awaited,
	seconds: number,
): Promise<Array<Answer<ExistingGroup>>> {
	const end = performance.now() + seconds * 1000;
	const left = () => end - performance.now();
	for (let pause = FIRST_PAUSE_MS; left() > 0; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
		await request.wait(Math.min(pause, left()));
		if (left() <= 0) break;
		list.forget();
		const groups = await within(left(), list.all(request));
		const found = groups.filter(({ result }) => isAwaited(awaited, result));
		if (found.length > 0) return found;
	}
	// The group may still come, so the next item must not use this list.
	list.forget();
	return [];
}

function isAwaited({ subject, before, since }: Awaited, group: ExistingGroup): boolean {
	const { createdAt } = group;
	const earliest = since - CLOCK_DIFFERENCE_MS;
	return (
		!before.has(group.groupId) &&
		plainName(group.subject ?? '') === plainName(subject) &&
		(createdAt === null || Date.parse(createdAt) >= earliest)
	);
}
