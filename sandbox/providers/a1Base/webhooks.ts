import type { Group, Message, Person, WorldEvent } from '../../model';

/** A1Base writes numbers with `+`. */
export const numberOf = ({ id }: Person) => `+${id}`;

interface Agent {
	accountId: string;
	agentNumber: string;
}

/** Messages are all that A1Base tells of: no membership, no statuses (A1Base section 5). */
export function webhookForm(event: WorldEvent, agent: Agent): object | undefined {
	if (event.kind !== 'messageReceived' && event.kind !== 'messageSent') return undefined;
	const { group, message } = event;
	return {
		thread_id: group?.id ?? `chat_${message.from.id}`,
		message_id: message.id,
		thread_type: group ? 'group' : 'individual',
		// The agent's own group messages can arrive with nothing but the plus sign (A1Base C8).
		sender_number: message.fromBusiness ? '+' : numberOf(message.from),
		sender_name: message.from.name,
		a1_account_id: agent.accountId,
		a1_phone_number: agent.agentNumber,
		timestamp: message.time.replace('Z', '+00:00'),
		service: 'whatsapp',
		...content(message, group),
		is_from_agent: message.fromBusiness,
	};
}

/** A reply is a `rich_text`, and its quoted sender has no `+` (A1Base section 5). */
function content({ text, replyTo }: Message, group: Group | undefined) {
	const quoted = group?.messages.find(({ id }) => id === replyTo);
	if (!quoted) return { message_type: 'text', message_content: { text } };
	return {
		message_type: 'rich_text',
		message_content: {
			text,
			quoted_message_content: quoted.text,
			quoted_message_sender: quoted.from.id,
		},
	};
}
