/**
 * One event of each kind for the docs, as the providers read it from the deliveries in `test/fixtures`.
 */
import type { GroupEvent } from '../nodes/WhatsAppGroups/contract/events';
import { isObject } from '../nodes/WhatsAppGroups/contract/values';
import { providers } from '../nodes/WhatsAppGroups/providers/index';
import { eventMenu } from '../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { samples, unknown } from '../test/unit/deliveries/index';

export function eventExamples(): string {
	const kinds = new Map<string, GroupEvent[]>();
	for (const { name, readEvents } of providers) {
		const deliveries = [...samples[name].filter(isDocumented), ...unknown[name]];
		for (const event of deliveries.flatMap(({ body }) => readEvents(body))) {
			const kind = kindOf(event);
			kinds.set(kind, [...(kinds.get(kind) ?? []), event]);
		}
	}
	const examples = [...kinds].map(([kind, events]) => [
		kind,
		JSON.stringify(fullest(events), null, 2),
	]);
	return examples
		.sort(([one = ''], [other = '']) => one.localeCompare(other, 'en'))
		.map(
			([kind, json]) =>
				`\n<details>\n<summary>${kind}</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>\n`,
		)
		.join('')
		.concat('\n');
}

const isDocumented = ({ name }: { name: string }) => !name.includes('JavaScript');

/** Messages differ by type, the others by event only. */
function kindOf({ event, message }: GroupEvent): string {
	const label = eventMenu.find(({ value }) => value === event)?.name ?? event;
	return event === 'message.received' && message ? `${label}: ${message.type}` : label;
}

/** The event with most members that aren't `null`. */
function fullest(events: GroupEvent[]): unknown {
	const [first, ...others] = events.map(withoutNulls);
	const size = (event: unknown) => JSON.stringify(event).length;
	return others.reduce((fullest, event) => (size(event) > size(fullest) ? event : fullest), first);
}

function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (!isObject(value)) return value;
	const known = Object.entries(value)
		.map(([name, member]) => [name, withoutNulls(member)] as const)
		.filter(([, member]) => member !== null && !(isObject(member) && isEmpty(member)));
	return Object.fromEntries(known);
}

const isEmpty = (value: object) => Object.keys(value).length === 0;
