import type { Answer, SentInvite } from '../../contract/operations';
import { ProviderError, RunStopped } from '../../contract/errors';
import { groupFields, PEOPLE_DESCRIPTION, templateField } from '../fields';
import { operation } from '../Operation';

export const send = operation({
	key: 'inviteLink.send',
	name: 'Send',
	action: 'Send invite link',
	description: 'Invite people to a group, each with their own message',
	fields: [
		...groupFields,
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +14155552671, +14155552672',
			description: PEOPLE_DESCRIPTION,
		},
		{
			...templateField,
			description:
				"An approved template that invites people to a group, created from WhatsApp's template library",
			hint: "In WhatsApp's template library, copy the template for group invite links, and leave it unchanged to keep its utility price. Approval may take up to 24 hours.",
		},
	],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		const people = parameters.people('to', 'To');
		const template = await parameters.template();
		const answers: Array<Answer<SentInvite>> = [];
		const failures: Failure[] = [];
		for (const to of people) {
			const answer = await call(request, { groupId, to, template }).catch((error) => {
				const begun = answers.length > 0;
				if (!(error instanceof ProviderError || (error instanceof RunStopped && begun)))
					throw error;
				failures.push(error);
				return notSent(groupId, to, error);
			});
			answers.push(answer);
		}
		// If nobody was invited, the item fails: with an error whose outcome is unknown, if there is one.
		if (failures.length === people.length) throw failures.find(inDoubt) ?? failures[0];
		return answers;
	},
});

type Failure = ProviderError | RunStopped;

const inDoubt = (error: Failure) => 'outcome' in error && error.outcome === 'unknown';

function notSent(groupId: string, to: string, error: Failure): Answer<SentInvite> {
	const { message } = error;
	const answer = 'answer' in error ? error.answer : undefined;
	return {
		result: {
			groupId,
			participantId: to,
			messageId: null,
			status: inDoubt(error) ? 'unknown' : 'failed',
			error: message,
		},
		raw: { to, error: message, answer },
	};
}
