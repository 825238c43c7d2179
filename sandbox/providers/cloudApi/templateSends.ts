import { sendDirect } from '../../world/messages';
import type { Content, Message } from '../../world/model';
import type { World } from '../../world/World';
import { refuse } from './errors';
import { knownGroup, notSuspended } from './groups';
import { filledTemplate, isInvitation, type TemplateMessage } from './templateMessages';

export type { TemplateMessage } from './templateMessages';

/** To one person; an invitation becomes the link of its group (meta-groups.md#section-3). */
export function sendTemplateTo(world: World, person: string, message: TemplateMessage): Message {
	const { template, text, parameters } = filledTemplate(message);
	if (!isInvitation(template)) return sendDirect(world, person, text, contentOf(message));
	const [invitation] = parameters;
	const group = notSuspended(knownGroup(world, invitation?.group_id));
	// Meta turns the id into the link at delivery.
	const words = text.replace(group.id, group.inviteLink);
	const sent = sendDirect(world, person, words, contentOf(message));
	const { id: groupId, inviteLink } = group;
	const { id: messageId, time } = sent;
	world.invitations.push({ to: person, groupId, inviteLink, messageId, time });
	return sent;
}

/** That an invitation cannot be sent to a group is inferred: it is sent to one person. */
export function templateForGroup(message: TemplateMessage): { text: string; content: Content } {
	const { template, text } = filledTemplate(message);
	if (isInvitation(template)) throw refuse(131009, `${template.name} is sent to one person`);
	return { text, content: contentOf(message) };
}

function contentOf({ name, language, components = [] }: TemplateMessage): Content {
	return { type: 'template', template: { name, language: language.code, components } };
}
