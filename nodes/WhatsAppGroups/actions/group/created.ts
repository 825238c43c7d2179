import { ProviderError } from '../../contract/errors';
import type { Call, ProviderRequest } from '../../contract/http';
import type { Answer, Creation, Group, NewGroup, ProviderCall } from '../../contract/operations';
import type { Provider } from '../../contract/Provider';
import {
	ambiguous,
	groupsNamed,
	type ExistingGroup,
	type GroupLookup,
} from '../../editor/GroupLookup';
import type { HowToCreate } from './createOptions';
import { newGroups } from './newGroups';

/** How long to look for a group, in seconds, if there was no response. A group rarely needs longer. */
const LOOK_AFTER_DOUBT = 5;

type CreatedGroup = Group & Creation;

interface Means {
	provider: Provider;
	request: ProviderRequest;
	call: ProviderCall<'group.create'>;
	/** The list of groups, which the items share. */
	list: GroupLookup;
}

/** Creates a group and waits until it exists, or returns the one with the same name. Never creates twice. */
export async function created(
	means: Means,
	group: NewGroup,
	how: HowToCreate,
): Promise<Answer<CreatedGroup>> {
	const existing = how.useExisting ? await existingGroup(means, group.subject) : undefined;
	const answer = existing
		? asCreated(existing, { created: false })
		: await createdNow(means, group, how.wait);
	return how.includeInviteLink ? await withInviteLink(means, answer) : answer;
}

async function existingGroup(
	{ list, request }: Means,
	subject: string,
): Promise<Answer<ExistingGroup> | undefined> {
	const groups = groupsNamed(await list.all(request), subject);
	if (groups.length > 1) throw ambiguous(subject, groups);
	return groups[0];
}

/**
 * Creates a group and waits up to `wait` seconds for its ID. After the call, this only fails if it is
 * unknown whether the group exists.
 */
async function createdNow(
	{ request, call, list }: Means,
	group: NewGroup,
	wait: number,
): Promise<Answer<CreatedGroup>> {
	const awaited = { subject: group.subject, before: new Set<string>(), since: 0 };
	const look = async (seconds: number) =>
		await newGroups(list, request, awaited, Math.min(seconds, wait)).catch(() => []);
	// Reads the list after the call has checked its input, right before its request.
	const afterList = async (creation: Call) => {
		const groups = wait > 0 ? await list.all(request) : [];
		for (const { result } of groups) awaited.before.add(result.groupId);
		awaited.since = Date.now();
		return await request(creation);
	};
	const answer: Answer<Group> = await call(Object.assign(afterList, request), group).catch(
		async (error: unknown) => {
			if (!(error instanceof ProviderError && error.outcome === 'unknown')) throw error;
			const [found, ...others] = await look(LOOK_AFTER_DOUBT);
			if (found === undefined || others.length > 0) throw error;
			return found;
		},
	);
	const { groupId: known } = answer.result;
	if (known !== null) {
		await list.add({ result: { ...answer.result, groupId: known }, raw: answer.raw });
		return asCreated(answer);
	}
	const found = await look(wait);
	const [only, ...others] = found;
	if (only === undefined || others.length > 0) {
		return asCreated(answer, { advice: adviceOn(found) });
	}
	const { groupId, createdAt } = only.result;
	const raw = { ...answer.raw, ...only.raw };
	return asCreated({ result: { ...answer.result, groupId, createdAt }, raw });
}

function asCreated(
	{ result, raw }: Answer<Group>,
	{ created = true, advice = null }: Partial<Creation> = {},
): Answer<CreatedGroup> {
	return { result: { ...result, created, advice }, raw };
}

/** Returns what to do if the ID is unknown, because several groups were found, or none. */
function adviceOn(found: Array<Answer<ExistingGroup>>): string {
	const ids = found.map(({ result }) => result.groupId).join(', ');
	return found.length > 0
		? `${found.length} new groups have this name: ${ids}. The event “Group Created” with this request ID has the ID of the new one.`
		: "WhatsApp is still creating the group. Don't create it again. The event “Group Created” with this request ID has its ID. You can also find the group later by its name.";
}

/** Adds the invite link if it can be read. The group exists without it, too. */
async function withInviteLink(
	{ provider, request }: Means,
	answer: Answer<CreatedGroup>,
): Promise<Answer<CreatedGroup>> {
	const { result, raw } = answer;
	const read = provider.calls['inviteLink.get'];
	if (result.groupId === null || result.inviteLink !== null || !read) return answer;
	try {
		const link = await read(request, { groupId: result.groupId });
		return {
			result: { ...result, inviteLink: link.result.inviteLink },
			raw: { ...raw, ...link.raw },
		};
	} catch (error) {
		const advice = `The group exists, but its invite link could not be read: ${(error as Error).message}. Try again with the operation “Get” of “Invite Link”.`;
		return { result: { ...result, advice }, raw };
	}
}
