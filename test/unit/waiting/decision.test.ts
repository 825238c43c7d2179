import { personOf } from '../../../nodes/WhatsAppGroups/contract/people';
import { decisionOf, verdictOn } from '../../../nodes/WhatsAppGroups/waiting/decision';
import type { Question, Vote } from '../../../nodes/WhatsAppGroups/waiting/Question';
import { WORDS } from '../../../nodes/WhatsAppGroups/waiting/reading';

const ana = '4915112345678';
const ben = '14155550102';
const cleo = '14155550103';

const question: Question = {
	nonce: 'n',
	provider: 'dialog360',
	groupId: 'g',
	messageId: 'm',
	message: 'Now?',
	responseType: 'approval',
	approveWords: WORDS.approve,
	declineWords: WORDS.decline,
	approvers: [],
	approvalsNeeded: 1,
	hasLink: false,
	inChat: true,
	confirm: true,
};

const approver = (...ids: string[]) => personOf({ ids });

function vote(id: string, text: string | null, ...otherIds: string[]): Vote {
	const person = personOf({ ids: [id, ...otherIds], name: id });
	return { person, source: 'chat', text, quotes: true, at: '2026-01-01T00:00:00.000Z' };
}

it.each<[string, Partial<Question>, Vote[], boolean | undefined]>([
	['one of anybody', {}, [vote(ana, 'yes')], true],
	['one against', {}, [vote(ana, 'no')], false],
	['nobody', {}, [], undefined],
	['one of two', { approvalsNeeded: 2 }, [vote(ana, 'yes')], undefined],
	['two of two', { approvalsNeeded: 2 }, [vote(ana, 'yes'), vote(ben, 'yes')], true],
	[
		'the same person twice',
		{ approvalsNeeded: 2 },
		[vote(ana, 'yes'), vote(ana, 'yes')],
		undefined,
	],
	[
		'the same person with a user ID beside the number',
		{ approvalsNeeded: 2 },
		[vote(ana, 'yes', 'DE.123'), vote('DE.123', 'yes')],
		undefined,
	],
	[
		'someone who changes their mind',
		{ approvalsNeeded: 2 },
		[vote(ana, 'no'), vote(ana, 'yes'), vote(ben, 'yes')],
		true,
	],
	[
		'a reaction taken back',
		{ approvalsNeeded: 2 },
		[vote(ana, '👍'), vote(ana, null), vote(ben, 'yes')],
		undefined,
	],
	['an approver', { approvers: [approver(ana)] }, [vote(ana, 'yes')], true],
	['not an approver', { approvers: [approver(ana)] }, [vote(ben, 'yes')], undefined],
	[
		'an approver with an extra digit',
		{ approvers: [approver('5511987654321')] },
		[vote('551187654321', 'yes')],
		true,
	],
	[
		'an approver who hides the phone number now',
		{ approvers: [approver(ana, 'DE.123')] },
		[vote('DE.123', 'yes')],
		true,
	],
	[
		'an answer in the chat where only the link counts',
		{ inChat: false, hasLink: true },
		[vote(ana, 'yes')],
		undefined,
	],
	[
		'declines that make the approvals impossible',
		{ approvers: [ana, ben, cleo].map((id) => approver(id)), approvalsNeeded: 3 },
		[vote(ana, 'yes'), vote(ben, 'no')],
		false,
	],
	[
		'declines that leave enough',
		{ approvers: [ana, ben, cleo].map((id) => approver(id)), approvalsNeeded: 2 },
		[vote(ana, 'no'), vote(ben, 'yes')],
		undefined,
	],
	[
		'as many declines as approvals',
		{ approvalsNeeded: 2 },
		[vote(ana, 'no'), vote(ben, 'no')],
		false,
	],
	[
		'somebody without an ID',
		{},
		[{ ...vote(ana, 'yes'), person: personOf({ ids: [] }) }],
		undefined,
	],
	[
		'the link where there is none',
		{},
		[{ ...vote(ana, 'yes'), person: null, source: 'link' }],
		undefined,
	],
])('%s', (_, more, votes, approved) => {
	expect(decisionOf({ ...question, ...more }, votes)?.approved).toBe(approved);
});

it('says who decided and who else answered', () => {
	const votes = [vote(ana, 'yes'), vote(ben, 'no'), vote(cleo, 'yes, do it')];

	const decision = decisionOf({ ...question, approvalsNeeded: 2 }, votes);

	expect(decision).toMatchObject({
		approved: true,
		text: 'yes, do it',
		responder: { id: cleo, name: cleo, userId: null, source: 'chat' },
		responders: [
			{ id: ana, approved: true },
			{ id: ben, approved: false, text: 'no' },
			{ id: cleo, approved: true },
		],
	});
});

it('says what became of the newest vote', () => {
	const verdict = (more: Partial<Question>, ...votes: Vote[]) =>
		verdictOn({ ...question, ...more }, votes);

	expect(verdict({}, vote(ana, 'yes'))).toBe('decided');
	expect(verdict({ approvalsNeeded: 2 }, vote(ana, 'yes'))).toBe('counted');
	expect(verdict({ approvers: [approver(ben)] }, vote(ana, 'yes'))).toBe('notAllowed');
	expect(verdict({}, vote(ana, 'What is it about?'))).toBe('notUnderstood');
	expect(verdict({})).toBe('notUnderstood');
});
