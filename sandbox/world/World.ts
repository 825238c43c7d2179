import { note } from './notices';
import type { StoredFile } from './files';
import { Groups, Impossible } from './groups';
import {
	type Content,
	type DirectMessage,
	type Group,
	type Invitation,
	type Message,
	type MessageStatus,
	peopleIn,
	type Person,
} from './model';

export { Impossible } from './groups';

/** Meta's groups hold at most this many pins; one more lets the oldest fall off (360dialog Seed). */
const MAX_PINS = 3;

/** WhatsApp as one provider's number sees it: groups, and what is written there. */
export class World extends Groups {
	readonly invitations: Invitation[] = [];
	readonly directMessages: DirectMessage[] = [];
	/** By media id: what was uploaded and what came with messages. */
	readonly files = new Map<string, StoredFile>();

	/** A participant writes to the group, perhaps under a new profile name. */
	write(
		group: Group,
		from: { id: string; name?: string },
		text: string,
		replyTo?: string,
		content?: Content,
	): Message {
		const member = this.member(group, from.id);
		if (group.adminsOnly.write && !member.isAdmin) {
			throw new Impossible(`Only admins write to "${group.subject}"`);
		}
		member.name = from.name ?? member.name;
		const message = this.newMessage({ id: member.id, name: member.name }, text, replyTo, content);
		group.messages.push(message);
		this.tell({ kind: 'messageReceived', group, message });
		return message;
	}

	/** Somebody writes to the business one to one. */
	writeDirect(from: Person, text: string, content?: Content): Message {
		const message = this.newMessage(from, text, undefined, content);
		this.directMessages.push({ partner: from.id, message });
		this.tell({ kind: 'messageReceived', message });
		return message;
	}

	/** The business writes to the group, and everybody's telephone gets it at once. */
	send(group: Group, text: string, replyTo?: string, content?: Content): Message {
		const message = this.newMessage(this.business, text, replyTo, content);
		group.messages.push(message);
		this.tell({ kind: 'messageSent', group, to: group.id, message });
		const others = peopleIn(group).map(({ id }) => id);
		this.mark(group, message, 'sent', others);
		if (others.length > 0) this.mark(group, message, 'delivered', others);
		return message;
	}

	/** The business writes to one person. */
	sendDirect(to: string, text: string, content?: Content): Message {
		const message = this.newMessage(this.business, text, undefined, content);
		this.directMessages.push({ partner: to, message });
		this.tell({ kind: 'messageSent', to, message });
		return message;
	}

	/** The provider accepts a message which then never reaches the group. */
	failToSend(group: Group, text: string): Message {
		const message = this.newMessage(this.business, text);
		this.tell({ kind: 'messageFailed', group, message });
		return message;
	}

	read(group: Group, personId: string, messageId: string): void {
		this.member(group, personId);
		const message = group.messages.find(({ id }) => id === messageId);
		if (!message) throw new Impossible(`No message ${messageId} in "${group.subject}"`);
		if (!(personId in message.statuses)) {
			throw new Impossible(`${personId} is no receiver of a message of the business ${messageId}`);
		}
		this.mark(group, message, 'read', [personId]);
	}

	pin(group: Group, messageId: string): void {
		const others = group.pins.filter((id) => id !== messageId);
		group.pins = [...others, messageId].slice(-MAX_PINS);
		note(group, `${this.business.name} pinned a message`);
	}

	unpin(group: Group, messageId: string): void {
		group.pins = group.pins.filter((id) => id !== messageId);
		note(group, `${this.business.name} unpinned a message`);
	}

	private mark(group: Group, message: Message, status: MessageStatus, by: string[]): void {
		for (const id of by) message.statuses[id] = status;
		this.tell({ kind: 'statusChanged', group, message, status, by });
	}

	private newMessage(from: Person, text: string, replyTo?: string, content?: Content): Message {
		return {
			id: this.traits.newMessageId(),
			from,
			fromBusiness: from.id === this.business.id,
			type: 'text',
			text,
			replyTo: replyTo ?? null,
			time: new Date().toISOString(),
			statuses: {},
			...content,
		};
	}
}
