import type { WorldEvent } from './events';
import { note } from './notices';
import { type Group, type GroupInput, type Participant, peopleIn, type Person } from './model';

export interface WorldTraits {
	business: Person;
	/** The business itself does not count (meta-groups M1, M5). */
	maxParticipants: number;
	newGroupId(): string;
	newMessageId(): string;
}

/** Something that cannot happen on WhatsApp, such as writing to a group one is not in. */
export class Impossible extends Error {}

const randomText = () => Math.random().toString(36).slice(2, 13).padEnd(11, '0');

/** The groups of WhatsApp as one provider's number sees them, and who is in them. */
export abstract class Groups {
	private readonly groupsById = new Map<string, Group>();

	constructor(
		protected readonly traits: WorldTraits,
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
		const founder = input.founder ?? this.business;
		const isBusiness = founder.id === this.business.id;
		const group: Group = {
			id: this.traits.newGroupId(),
			subject: input.subject.trim(),
			description: input.description ?? '',
			inviteLink: newInviteLink(),
			joinApprovalMode: input.joinApprovalMode ?? 'auto_approve',
			createdAt: new Date().toISOString(),
			participants: [{ ...founder, isBusiness, isAdmin: true }],
			messages: [],
			notices: [],
			pins: [],
			suspended: false,
			joinRequests: [],
			removed: [],
			picture: null,
			adminsOnly: { write: false, edit: false },
		};
		for (const person of input.participants ?? []) this.seat(group, person);
		this.groupsById.set(group.id, group);
		note(group, `${founder.name} created the group`);
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
		note(group, 'The invite link was reset');
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
		note(group, `${person.name} joined by the invite link`);
		this.tell({ kind: 'participantJoined', group, person });
		return group;
	}

	leave(group: Group, personId: string): void {
		const person = this.member(group, personId);
		group.participants = group.participants.filter(({ id }) => id !== personId);
		note(group, `${person.name} left`);
		this.tell({ kind: 'participantLeft', group, person });
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
		const isBusiness = id === this.business.id;
		group.participants.push({ id, name, isBusiness, isAdmin: false });
	}
}

function newInviteLink(): string {
	return `https://chat.whatsapp.com/${randomText()}${randomText()}`;
}
