import type { Answer, SentInvite } from '../../providers/Provider';
import { ProviderError } from '../../transport/errors';
import { groupField, templateField } from '../fields';
import type { Operation } from '../Operation';

export const send: Operation<'inviteLink.send'> = {
	key: 'inviteLink.send',
	name: 'Send',
	action: 'Send invite link',
	description: 'Invite people to a group, each with a message of their own',
	fields: [
		groupField,
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +14155552671, +14155552672',
			description: 'Phone numbers with country code, separated by commas',
		},
		{
			...templateField,
			description:
				'The template of your account that invites to a group, made from the one in the WhatsApp template library',
		},
	],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		const people = parameters.phoneNumbers('to', 'To');
		const template = await parameters.template();
		const answers: Array<Answer<SentInvite>> = [];
		const failures: ProviderError[] = [];
		for (const to of people) {
			const answer = await call(request, { groupId, to, template }).catch((error) => {
				if (!(error instanceof ProviderError)) throw error;
				failures.push(error);
				return notSent(groupId, to, error);
			});
			answers.push(answer);
		}
		// Where nobody was invited the item as a whole has failed.
		if (failures.length === people.length) throw failures[0];
		return answers;
	},
};

function notSent(groupId: string, to: string, error: ProviderError): Answer<SentInvite> {
	const { message, answer, outcomeUnknown } = error;
	const status = outcomeUnknown ? 'unknown' : 'failed';
	return {
		result: { groupId, participantId: to, messageId: null, status, error: message },
		raw: { to, error: message, answer },
	};
}
