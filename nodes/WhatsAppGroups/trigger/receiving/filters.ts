import type { GroupEvent } from '../../contract/events';
import type { Provider } from '../../contract/Provider';
import { isObject, listIn, objectIn } from '../../contract/values';
import { keywordsIn } from './keywords';
import type { Matcher } from './pattern';

/** What starts a run. Of each list one must apply; an empty list holds nothing back. */
export interface Filters {
	events: string[];
	/** Group ids. */
	groups: string[];
	/** Ids of people. */
	senders: string[];
	messageTypes: string[];
	keywords: Matcher[];
	onlyMentions: boolean;
	ignoreOwn: boolean;
}

/** What the builder has chosen. Throws `FieldError` for a keyword that cannot be used. */
export function filtersOf(
	parameter: (name: string, absent: unknown) => unknown,
	provider: Pick<Provider, 'plainGroupId'>,
): Filters {
	const events = listIn(parameter('events', []));
	const chosen = objectIn(parameter('filters', {}));
	return {
		events,
		groups: listIn(parameter('groups', [])).map((id) => provider.plainGroupId?.(id) ?? id),
		senders: listIn(chosen.senders).map(senderId),
		messageTypes: listIn(chosen.messageTypes),
		keywords: keywordsIn(chosen.keywords),
		onlyMentions: chosen.onlyMentions === true,
		// To choose “Message Sent” is to ask for own messages.
		ignoreOwn: chosen.ignoreOwn !== undefined ? chosen.ignoreOwn !== false : !events.includes(OWN),
	};
}

const OWN = 'message.sent';

/**
 * Each filter looks at the events that have what it asks about: a group, a sender, a message. Others
 * pass, as their kind was chosen under “Trigger On”. A reaction has no words of its own.
 */
export function passes(event: GroupEvent, filters: Filters): boolean {
	const { groupId, sender, message } = event;
	const written = event.event === 'message.reaction' ? undefined : message;
	return (
		filters.events.includes(event.event) &&
		isAmong(filters.groups, groupId ?? undefined) &&
		!(filters.ignoreOwn && event.event === OWN) &&
		isAmong(filters.senders, isObject(sender) ? (sender.id ?? '') : undefined) &&
		isAmong(filters.messageTypes, written?.type) &&
		(written === undefined ||
			((!filters.onlyMentions || written.mentionsMe === true) &&
				holdsOneOf(filters.keywords, [written.text, written.caption])))
	);
}

function isAmong(list: string[], value: string | undefined): boolean {
	return list.length === 0 || value === undefined || list.includes(value);
}

function holdsOneOf(keywords: Matcher[], texts: Array<string | null>): boolean {
	const said = texts.filter((text) => text !== null);
	return keywords.length === 0 || keywords.some((matches) => said.some(matches));
}

/** As events have it: digits for a phone number in whatever form, ids as they are. */
function senderId(written: string): string {
	const isNumber = /^\+?[\d\s().-]+$/.test(written);
	return isNumber ? written.replace(/\D/g, '') : written;
}
