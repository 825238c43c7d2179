import { FieldError } from '../contract/errors';
import type { ProviderRequest } from '../contract/http';
import { plainName } from '../contract/plainName';
import type { Answer, Group, Page, PageRequest } from '../contract/operations';
import { entriesOf } from '../contract/pages';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';

/** A group that already has an ID. */
export type ExistingGroup = Group & { groupId: string };

/** How many groups an error lists. */
const MOST_LISTED = 10;

export async function groupPage(
	{ calls }: Provider,
	request: ProviderRequest,
	page: PageRequest,
): Promise<Page<Group>> {
	return (await calls['group.getMany']?.(request, page)) ?? { answers: [] };
}

/** Returns all groups of the number that have an ID. A group that is still being created has none. */
export async function existingGroups(
	provider: Provider,
	request: ProviderRequest,
): Promise<Array<Answer<ExistingGroup>>> {
	const answers = await entriesOf(
		Infinity,
		async (page) => await groupPage(provider, request, page),
	);
	return answers.filter(
		(answer): answer is Answer<ExistingGroup> => answer.result.groupId !== null,
	);
}

/** Returns the groups with exactly this name, or else those with a name that only looks different. */
export function groupsNamed(
	groups: Array<Answer<ExistingGroup>>,
	name: string,
): Array<Answer<ExistingGroup>> {
	const same = groups.filter(({ result }) => result.subject === name);
	return same.length > 0
		? same
		: groups.filter(({ result }) => plainName(result.subject ?? '') === plainName(name));
}

/** The groups of an account. Items of an execution share the list, so it is rarely read. */
export class GroupLookup {
	private groups?: Promise<Array<Answer<ExistingGroup>>>;

	constructor(private readonly provider: Provider) {}

	/** Returns the group's ID. Throws a FieldError if no group has the name, or more than one. */
	async find(request: ProviderRequest, value: unknown): Promise<string> {
		const name = textIn(value)?.trim();
		if (!name) {
			throw new FieldError('Group', 'The name of the group is empty', 'Enter the name of a group.');
		}
		const groups = await this.all(request);
		const [group, ...others] = groupsNamed(groups, name);
		if (group === undefined) throw notFound(this.provider, name, groups);
		if (others.length > 0) throw ambiguous(name, [group, ...others]);
		return group.result.groupId;
	}

	/** Returns all groups, as they were when the list was last read. */
	async all(request: ProviderRequest): Promise<Array<Answer<ExistingGroup>>> {
		this.groups ??= existingGroups(this.provider, request);
		return await this.groups.catch(async (error: Error) => {
			this.forget();
			throw error;
		});
	}

	/** The next item reads the list again. */
	forget(): void {
		this.groups = undefined;
	}

	async add(group: Answer<ExistingGroup>): Promise<void> {
		(await this.groups)?.push(group);
	}
}

/** Returns the error for a name that several groups have. */
export function ambiguous(name: string, groups: Array<Answer<ExistingGroup>>): FieldError {
	const lines = groups.map(({ result: { groupId, subject, createdAt } }) =>
		[`“${subject}”`, groupId, createdAt && `created ${createdAt}`].filter(Boolean).join(', '),
	);
	return new FieldError(
		'Group',
		`${groups.length} groups are named “${name}”`,
		`Use the ID of one of them, with “By ID”:\n${firstOf(lines).join('\n')}`,
	);
}

function notFound(
	{ groupsListed }: Provider,
	name: string,
	groups: Array<Answer<ExistingGroup>>,
): FieldError {
	const names = groups.map(({ result }) => `“${result.subject ?? result.groupId}”`);
	const similar = names.filter((other) => plainName(other).includes(plainName(name)));
	const there =
		similar.length > 0
			? `Similar names: ${firstOf(similar).join(', ')}.`
			: `Your groups: ${firstOf(names).join(', ') || 'none yet'}.`;
	return new FieldError(
		'Group',
		`No group is named “${name}”`,
		`Check the name, or pick the group from the list. ${groupsListed}\n${there}`,
	);
}

function firstOf(lines: string[]): string[] {
	const rest = lines.length - MOST_LISTED;
	return rest > 0 ? [...lines.slice(0, MOST_LISTED), `and ${rest} more`] : lines;
}
