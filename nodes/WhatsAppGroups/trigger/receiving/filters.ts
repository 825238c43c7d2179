import { plainEmoji } from '../../contract/plainEmoji';
import type { GroupEvent, Message } from '../../contract/events';
import { isSamePerson, type Person } from '../../contract/people';
import type { Provider } from '../../contract/Provider';
import { isObject, listIn, objectIn, textIn } from '../../contract/values';
import { addressedBy, type IsAddressed } from './addressed';
import { emojisIn } from './emojisIn';
import { keywordsIn } from './keywords';
import type { Matcher } from './pattern';

/** Which events start an execution. One entry of each list has to match; an empty list accepts all. */
export interface Filters {
	events: string[];
	/** Group ids. */
	groups: string[];
	/** Of `message.status`: `sent`, `delivered`, `read`, `failed`. */
	statuses: string[];
	/** Phone numbers as people write them, and user ids. */
	senders: string[];
	messageTypes: string[];
	keywords: Matcher[];
	isAddressed: IsAddressed;
	/** Of reactions, without variants. */
	emojis: string[];
	ignoreOwn: boolean;
}

/** Reads the trigger's parameters. Throws `FieldError` for a keyword that can't be used. */
export function filtersOf(
	parameter: (name: string, absent: unknown) => unknown,
	provider: Pick<Provider, 'plainGroupId'>,
): Filters {
	const events = listIn(parameter('events', []));
	const chosen = objectIn(parameter('filters', {}));
	return {
		events,
		groups: listIn(parameter('groups', [])).map((id) => provider.plainGroupId(id)),
		statuses: someOf(STATUSES, listIn(parameter('statuses', []))),
		senders: [chosen.senders].flat().flatMap(sendersIn),
		messageTypes: listIn(chosen.messageTypes).flatMap((type) => TYPES[type] ?? type),
		keywords: keywordsIn(chosen.keywords),
		isAddressed: addressedBy(chosen.addressed, chosen.commands),
		emojis: emojisIn(chosen.emojis),
		// Selecting “Message Sent” asks for own messages.
		ignoreOwn: chosen.ignoreOwn !== undefined ? chosen.ignoreOwn !== false : !events.includes(OWN),
	};
}

const OWN = 'message.sent';

const STATUSES = ['sent', 'delivered', 'read', 'failed'];

/** Choosing everything in a menu includes values that it doesn't have, such as a voice note's `played`. */
function someOf(menu: string[], chosen: string[]): string[] {
	return menu.every((value) => chosen.includes(value)) ? [] : chosen;
}

/** A tapped button has one of two types, depending on the message it belongs to. */
const TYPES: Record<string, string[]> = { button: ['button', 'interactive'] };

/** These have no content of their own, so filters on content don't apply to them. */
const WITHOUT_CONTENT = ['message.reaction', 'message.deleted'];

/** Text, or people as events have them: any of their ids is enough. */
function sendersIn(value: unknown): string[] {
	if (!isObject(value)) return listIn(value);
	return [value.id, value.userId, value.phone].map(textIn).filter((id) => id !== null);
}

/**
 * Each filter applies only to events that have what it checks: a group, a sender, a message. Other
 * events pass, because “Trigger On” selected their kind.
 */
export function passes(event: GroupEvent, filters: Filters): boolean {
	const { groupId, sender, status, message } = event;
	return (
		filters.events.includes(event.event) &&
		isAmong(filters.groups, groupId ?? undefined) &&
		isAmong(filters.statuses, status?.value) &&
		!(filters.ignoreOwn && event.event === OWN) &&
		isFrom(filters.senders, sender) &&
		isAmong(filters.emojis, emojiOf(event)) &&
		(message === undefined || WITHOUT_CONTENT.includes(event.event) || hasContent(message, filters))
	);
}

function isAmong(list: string[], value: string | undefined): boolean {
	return list.length === 0 || value === undefined || list.includes(value);
}

function isFrom(senders: string[], sender: Person | undefined): boolean {
	if (senders.length === 0 || sender === undefined) return true;
	return senders.some((written) => isSamePerson(sender, written));
}

/** Returns an empty text if the reaction was removed. */
function emojiOf({ event, message }: GroupEvent): string | undefined {
	if (event !== 'message.reaction') return undefined;
	return plainEmoji(message?.reaction?.emoji ?? '');
}

function hasContent(message: Message, { messageTypes, isAddressed, keywords }: Filters): boolean {
	return (
		isAmong(messageTypes, message.type) && isAddressed(message) && hasKeyword(message, keywords)
	);
}

/** Checks everything that people can read in the message. */
function hasKeyword(message: Message, keywords: Matcher[]): boolean {
	const { text, caption, button, media, location } = message;
	const tapped = [button?.text, button?.description];
	const words = [text, caption, ...tapped, media.fileName, location?.name, location?.address];
	const said = words.filter((one) => typeof one === 'string');
	return keywords.length === 0 || keywords.some((matches) => said.some(matches));
}
