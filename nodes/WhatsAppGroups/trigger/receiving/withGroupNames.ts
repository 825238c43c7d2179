import type { IWebhookFunctions } from 'n8n-workflow';

import type { GroupEvent } from '../../contract/events';
import type { ProviderRequest } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { signedRequest } from '../../transport/request';

/** How long a name is reused before the provider is asked again. */
const REUSED_MS = 5 * 60_000;

interface Lookup {
	name: Promise<string | null>;
	/** In ms, as of `Date.now()`. */
	expires: number;
}

/** Lookups of this process, by trigger and group, the oldest first. */
const lookups = new Map<string, Lookup>();

const UNKNOWN = { subject: null, description: null, inviteLink: null, joinApprovalMode: null };

/**
 * Returns the events with their group's name in `group.subject`. Asks the provider once per group in 5
 * minutes. If that fails, the name is `null`: an event without a name is better than none.
 */
export async function withGroupNames(
	webhook: IWebhookFunctions,
	provider: Provider,
	events: GroupEvent[],
): Promise<GroupEvent[]> {
	const account = await webhook.getCredentials(provider.credential).catch(() => undefined);
	const request = account && signedRequest(webhook, provider, account);
	const trigger = `${webhook.getWorkflow().id}:${webhook.getNode().id}:${provider.name}`;
	return await Promise.all(events.map(withName));

	async function withName(event: GroupEvent): Promise<GroupEvent> {
		const { event: name, groupId, group, ...rest } = event;
		const subject = await subjectOf(event);
		return { event: name, groupId, group: { ...UNKNOWN, ...group, subject }, ...rest };
	}

	async function subjectOf({ group, groupId }: GroupEvent): Promise<string | null> {
		if (groupId === null) return group?.subject ?? null;
		const key = `${trigger}:${groupId}`;
		if (group?.subject) {
			lookups.delete(key); // it may be a new name
			return group.subject;
		}
		forgetExpired();
		const known = lookups.get(key);
		if (known) return await known.name;
		const name = nameOf(groupId, provider, request);
		lookups.set(key, { name, expires: Date.now() + REUSED_MS });
		return await name;
	}
}

async function nameOf(
	groupId: string,
	{ calls }: Provider,
	request: ProviderRequest | undefined,
): Promise<string | null> {
	try {
		const answer = request && (await calls['group.get']?.(request, { groupId }));
		return answer?.result.subject ?? null;
	} catch {
		return null;
	}
}

function forgetExpired(): void {
	for (const [key, { expires }] of lookups) {
		if (expires > Date.now()) return;
		lookups.delete(key);
	}
}
