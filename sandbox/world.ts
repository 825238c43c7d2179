import {
	type Content,
	type Group,
	type GroupInput,
	type Invitation,
	type Message,
	type MessageStatus,
	type Participant,
	peopleIn,
	type Person,
	type WorldEvent,
} from './model';

export interface WorldTraits {
	business: Person;
	/** The business itself does not count (meta-groups M1, M5). */
	maxParticipants: number;
	newGroupId(): string;
	newMessageId(): string;
}

/** Something that cannot happen on WhatsApp, such as writing to a group one is not in. */
export class Impossible extends Error {}

/** Meta's groups hold at most this many pins; one more lets the oldest fall off (360dialog Seed). */
const MAX_PINS = 3;

const randomText = () => Math.random().toString(36).slice(2, 13).padEnd(11, '0');

/** WhatsApp as one provider's number sees it. */
export class World {
	readonly invitations: Invitation[] = [];
	private readonly groupsById = new Map<string, Group>();

	constructor(
		private readonly traits: WorldTraits,
		readonly tell: (event: WorldEvent) => void,
	) {}

	get groups(): Group[] {
		return [...this.groupsById.values()];
	}

	get business(): Person {
		return this.traits.business;
	}

	group(id: string): Group | undefined {
		return this.groupsById.get(id);
	}

	/** Told to nobody: providers announce only the groups that were asked for through their API. */
	createGroup(input: GroupInput): Group {
		const group: Group = {
			id: this.traits.newGroupId(),
			subject: input.subject.trim(),
			description: input.description ?? '',
			inviteLink: newInviteLink(),
			joinApprovalMode: input.joinApprovalMode ?? 'auto_approve',
			createdAt: new Date().toISOString(),
			participants: [{ ...this.business, isBusiness: true }],
			messages: [],
			pins: [],
			suspended: false,
			joinRequests: [],
			removed: [],
			picture: null,
		};
		for (const person of input.participants ?? []) this.seat(group, person);
		this.groupsById.set(group.id, group);
		return group;
	}

	forget(group: Group): void {
		this.groupsById.delete(group.id);
	}

	announceGroup(group: Group, requestId: string): void {
		this.tell({ kind: 'groupCreated', group, requestId });
	}

	resetInviteLink(group: Group): void {
		group.inviteLink = newInviteLink();
	}

	join(inviteLink: string, person: Person): Group {
		const group = this.groups.find((candidate) => candidate.inviteLink === inviteLink);
		if (!group) throw new Impossible(`No group has the invite link ${inviteLink} (any more)`);
		if (group.joinApprovalMode === 'approval_required') {
			throw new Impossible(
				`"${group.subject}" asks for approval: it cannot be joined by link alone`,
			);
		}
		if (group.removed.includes(person.id)) {
			throw new Impossible(
				`${person.id} was removed from "${group.subject}" and cannot join again`,
			);
		}
		this.seat(group, person);
		this.tell({ kind: 'participantJoined', group, person });
		return group;
	}

	leave(group: Group, personId: string): void {
		const person = this.member(group, personId);
		group.participants = group.participants.filter(({ id }) => id !== personId);
		this.tell({ kind: 'participantLeft', group, person });
	}

	/** A participant writes to the group, perhaps under a new profile name. */
	write(
		group: Group,
		from: { id: string; name?: string },
		text: string,
		replyTo?: string,
		content?: Content,
	): Message {
		const member = this.member(group, from.id);
		member.name = from.name ?? member.name;
		const message = this.newMessage({ id: member.id, name: member.name }, text, replyTo, content);
		group.messages.push(message);
		this.tell({ kind: 'messageReceived', group, message });
		return message;
	}

	/** Somebody writes to the business one to one. */
	writeDirect(from: Person, text: string): Message {
		const message = this.newMessage(from, text);
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
		this.unpin(group, messageId);
		group.pins = [...group.pins, messageId].slice(-MAX_PINS);
	}

	unpin(group: Group, messageId: string): void {
		group.pins = group.pins.filter((id) => id !== messageId);
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

	member(group: Group, personId: string): Participant {
		const member = peopleIn(group).find(({ id }) => id === personId);
		if (!member) throw new Impossible(`${personId} is not a participant of "${group.subject}"`);
		return member;
	}

	seat(group: Group, { id, name }: Person): void {
		if (group.participants.some((participant) => participant.id === id)) {
			throw new Impossible(`${id} is already a participant of "${group.subject}"`);
		}
		if (peopleIn(group).length >= this.traits.maxParticipants) {
			throw new Impossible(
				`"${group.subject}" is full: at most ${this.traits.maxParticipants} participants`,
			);
		}
		group.participants.push({ id, name, isBusiness: false });
	}
}

function newInviteLink(): string {
	return `https://chat.whatsapp.com/${randomText()}${randomText()}`;
}
