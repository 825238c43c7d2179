import { memberOf } from './groups';
import { Impossible } from './Impossible';
import {
	type Content,
	type Group,
	type Message,
	type MessageStatus,
	peopleIn,
	type Person,
} from './model';
import type { World } from './World';

/** A participant writes to the group, perhaps under a new profile name. */
export function write(
	world: World,
	group: Group,
	from: { id: string; name?: string },
	text: string,
	replyTo?: string,
	content?: Content,
): Message {
	const member = memberOf(group, from.id);
	if (group.adminsOnly.write && !member.isAdmin) {
		throw new Impossible(`Only admins can write in "${group.subject}"`);
	}
	member.name = from.name ?? member.name;
	const message = newMessage(world, authorOf(member), text, replyTo, content);
	rewrite(group, message);
	group.messages.push(message);
	world.report({ kind: 'messageReceived', group, message });
	return message;
}

/** Somebody writes to the business one to one. */
export function writeDirect(world: World, from: Person, text: string, content?: Content): Message {
	const message = newMessage(world, from, text, undefined, content);
	world.directMessages.push({ partner: from.id, message });
	world.report({ kind: 'messageReceived', message });
	return message;
}

/** The business writes to the group, and the phones of all who can be reached receive it immediately. */
export function send(
	world: World,
	group: Group,
	text: string,
	replyTo?: string,
	content?: Content,
): Message {
	const message = newMessage(world, world.business, text, replyTo, content);
	group.messages.push(message);
	world.report({ kind: 'messageSent', group, to: group.id, message });
	const others = peopleIn(group);
	mark(world, group, message, 'sent', others);
	const reached = others.filter(({ unreachable }) => !unreachable);
	const missed = others.filter(({ unreachable }) => unreachable);
	if (reached.length > 0) mark(world, group, message, 'delivered', reached);
	if (missed.length > 0) mark(world, group, message, 'failed', missed);
	return message;
}

/** The business writes to one person. */
export function sendDirect(world: World, to: string, text: string, content?: Content): Message {
	const message = newMessage(world, world.business, text, undefined, content);
	world.directMessages.push({ partner: to, message });
	world.report({ kind: 'messageSent', to, message });
	return message;
}

/** The provider accepts a message that never reaches the group. */
export function failToSend(world: World, group: Group, text: string, content: Content): Message {
	const message = newMessage(world, world.business, text, undefined, content);
	group.failed.push(message);
	world.report({ kind: 'messageFailed', group, message });
	return message;
}

export function read(world: World, group: Group, personId: string, messageId: string): void {
	const reader = memberOf(group, personId);
	const message = group.messages.find(({ id }) => id === messageId);
	if (!message) throw new Impossible(`No message ${messageId} in "${group.subject}"`);
	if (!(personId in message.statuses)) {
		throw new Impossible(`${personId} isn't a recipient of a business message ${messageId}`);
	}
	mark(world, group, message, 'read', [reader]);
}

/** A copy, because a profile may change later. */
function authorOf({ id, name, username, hidesNumber }: Person): Person {
	return { id, name, username, hidesNumber };
}

/** An edit or a deletion changes the message that it names. */
function rewrite(group: Group, { type, text, replyTo, from }: Message): void {
	if (type !== 'edit' && type !== 'delete') return;
	const original = group.messages.find(({ id }) => id === replyTo);
	if (original?.from.id !== from.id) {
		throw new Impossible(`${from.id} didn't write the message ${replyTo}`);
	}
	if (original.change === 'deleted') throw new Impossible(`The message ${replyTo} is deleted`);
	if (type === 'edit') Object.assign(original, { text, change: 'edited' });
	else Object.assign(original, { ...DELETED, text: 'This message was deleted' });
}

const DELETED = {
	type: 'text',
	change: 'deleted',
	media: undefined,
	location: undefined,
	contacts: undefined,
} satisfies Partial<Message>;

function mark(
	world: World,
	group: Group,
	message: Message,
	status: MessageStatus,
	by: Person[],
): void {
	for (const { id } of by) message.statuses[id] = status;
	world.report({ kind: 'statusChanged', group, message, status, by });
}

function newMessage(
	world: World,
	from: Person,
	text: string,
	replyTo?: string,
	content?: Content,
): Message {
	return {
		id: world.newMessageId(),
		from,
		fromBusiness: from.id === world.business.id,
		type: 'text',
		text,
		replyTo: replyTo ?? null,
		time: new Date().toISOString(),
		statuses: {},
		...content,
	};
}
