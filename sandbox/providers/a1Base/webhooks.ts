import type { WorldEvent } from '../../world/events';
import { type Group, type Message, type Person } from '../../world/model';
import type { World } from '../../world/World';

/** A1Base writes numbers with `+`. */
export const numberOf = ({ id }: Person) => `+${id}`;

/** The form of such ids is not published. */
export const directThread = (partner: string) => `chat_${partner}`;

interface Agent {
	accountId: string;
	agentNumber: string;
}

/** A1Base reports messages only: no membership, no statuses (a1base.md#section-5). */
export function webhookForm(world: World, event: WorldEvent, agent: Agent): object | undefined {
	if (event.kind !== 'messageReceived' && event.kind !== 'messageSent') return undefined;
	const { group, message } = event;
	if (group && !group.participants.some(({ isBusiness }) => isBusiness)) return undefined;
	return {
		thread_id: group?.id ?? directThread(event.kind === 'messageSent' ? event.to : message.from.id),
		message_id: message.id,
		thread_type: group ? 'group' : 'individual',
		// The agent's own group messages can arrive with nothing but the plus sign (a1base.md#c8).
		sender_number: message.fromBusiness ? '+' : numberOf(message.from),
		sender_name: message.from.name,
		a1_account_id: agent.accountId,
		a1_phone_number: agent.agentNumber,
		timestamp: message.time.replace('Z', '+00:00'),
		service: 'whatsapp',
		...content(world, message, group),
		is_from_agent: message.fromBusiness,
		...(message.mentionsAgent !== undefined && { agent_mentioned: message.mentionsAgent }),
	};
}

/** A message as text, for the fields that hold only text. */
export const textOf = ({ text, media, emoji }: Message) => text || media?.link || emoji || '';

/** By type (a1base.md#section-5). */
function content(world: World, message: Message, group: Group | undefined) {
	const { type, text, media, emoji: reaction, location, invite } = message;
	// A file that the agent sends by address isn't fetched, so its text is used.
	const file = world.files.get(media?.id ?? '');
	// The page shows `data` only. The vendor's own template reads the other two as well.
	if (file) {
		return shaped(type, {
			data: file.bytes.toString('base64'),
			...(media?.caption && { caption: media.caption }),
			...(type === 'document' && { filename: media?.filename }),
		});
	}
	if (type === 'reaction') return shaped('reaction', { reaction });
	if (location) return shaped('location', location);
	if (invite) return shaped('group_invite', invite);
	if (type === 'unsupported') {
		return shaped('unsupported_message_type', { error: 'This message type is not supported' });
	}
	// A reply is a `rich_text`, and its quoted sender has no `+`.
	const quoted = group?.messages.find(({ id }) => id === message.replyTo);
	if (!quoted) return shaped('text', { text: textOf(message) });
	return shaped('rich_text', {
		text,
		quoted_message_content: textOf(quoted),
		quoted_message_sender: quoted.from.id,
	});
}

const shaped = (message_type: string, message_content: object) => ({
	message_type,
	message_content,
});
