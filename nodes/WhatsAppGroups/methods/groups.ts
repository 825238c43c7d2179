import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { providerNamed } from '../providers';
import type { Group, Page } from '../providers/Provider';
import { nodeErrorOf } from '../transport/nodeErrors';
import { signedRequest } from '../transport/request';

const PAGE_SIZE = 100;

type ReadPage = (cursor?: string) => Promise<Page<Group>>;

/** Lets `work` read the groups of the chosen provider page by page; its errors are shown in words. */
export async function withGroupPages<Result>(
	context: ILoadOptionsFunctions,
	work: (readPage: ReadPage) => Promise<Result>,
): Promise<Result> {
	try {
		const provider = providerNamed(context.getNodeParameter('provider') as string);
		const getMany = provider?.calls['group.getMany'];
		if (provider === undefined || getMany === undefined) {
			return await work(async () => ({ answers: [] }));
		}
		const account = await context.getCredentials(provider.credential);
		const request = signedRequest(context, provider, account);
		return await work(async (cursor) => await getMany(request, { limit: PAGE_SIZE, cursor }));
	} catch (error) {
		throw nodeErrorOf(error, context.getNode());
	}
}

/** A group as a menu entry; one that is still being created has no id and cannot be chosen. */
export function menuEntries({ answers }: Page<Group>): Array<{ name: string; value: string }> {
	return answers.flatMap(({ result: { groupId, subject } }) =>
		groupId === null ? [] : [{ name: subject ?? groupId, value: groupId }],
	);
}
