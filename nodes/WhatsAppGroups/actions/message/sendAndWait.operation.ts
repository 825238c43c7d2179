import type { IExecuteFunctions } from 'n8n-workflow';

import { FieldError } from '../../contract/errors';
import { isSamePerson, type Person } from '../../contract/people';
import type { ProviderRequest } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { listIn } from '../../contract/values';
import { ask, type NewQuestion } from '../../waiting/ask';
import type { Reading } from '../../waiting/Question';
import { comparable, wordOnBothSides, WORDS } from '../../waiting/reading';
import type { Parameters } from '../helpers/Parameters';
import { operation, type Operation } from '../Operation';
import { fields } from './sendAndWaitFields';
import { waitLimit } from './waitLimit';

const LABEL = 'Send and Wait for Response';

/** n8n requires this value, and offers the operation to agents as a human review. */
export const sendAndWait: Operation = {
	...operation({
		key: 'message.send',
		name: LABEL,
		action: 'Send a message and wait for response',
		description: 'Ask a group a question, and continue with the answer',
		fields,
		isAlwaysSimplified: true,
		execute: async (call, request, parameters, provider, context) => {
			checkRun(context);
			const question = await questionFrom(parameters, request, provider);
			return await ask(call, request, provider, context, parameters.item, question);
		},
	}),
	key: 'message.sendAndWait',
};

/** An execution waits once for all items. */
function checkRun(context: IExecuteFunctions): void {
	const items = context.getInputData().length;
	if (items > 1) {
		throw new FieldError(
			'Operation',
			`“${LABEL}” works with one item, but there are ${items}`,
			'Add a Loop Over Items node before this one, with a batch size of 1. To ask several groups at the same time, call a sub-workflow for each item, turn off “Wait For Sub-Workflow Completion”, and continue in the sub-workflow.',
		);
	}
	if (/(?<!Hitl)Tool$/.test(context.getNode().type)) {
		throw new FieldError(
			'Operation',
			`“${LABEL}” can't run as a tool, because an agent doesn't wait for its tools`,
			'Add a human review to the tool that needs approval, and choose WhatsApp Groups there.',
		);
	}
}

async function questionFrom(
	parameters: Parameters,
	request: ProviderRequest,
	provider: Provider,
): Promise<NewQuestion> {
	const groupId = parameters.groupId();
	const approvers = approversIn(parameters);
	const responseType = parameters.oneOf('responseType', 'Response Type', ['approval', 'freeText']);
	const approvalsNeeded = responseType === 'approval' ? neededIn(parameters, approvers) : 1;
	const provesPeople = approvers.length > 0 || approvalsNeeded > 1;
	const answerIn = answerInOf(parameters, provesPeople);
	const question = {
		provider: provider.name,
		groupId,
		message: parameters.requiredText('message', 'Message'),
		responseType,
		...wordsIn(parameters, responseType),
		approvers,
		approvalsNeeded,
		hasLink: answerIn !== 'chat' && !provesPeople,
		inChat: answerIn !== 'link',
		confirm: parameters.value('options.confirm') !== false,
		until: waitLimit(parameters),
	};
	await checkMembers(provider, request, groupId, approvers);
	return question;
}

/** An expression without a value must not let everybody answer. */
function approversIn(parameters: Parameters): Person[] {
	const approvers = parameters.optionalWholePeople('approvers', 'Approvers');
	if (approvers.length > 0 || !parameters.isFilledIn('approvers')) return approvers;
	throw new FieldError(
		'Approvers',
		'“Approvers” is empty, so anybody in the group could answer',
		'Check the expression of “Approvers”. To let anybody answer, clear the field.',
	);
}

function neededIn(parameters: Parameters, approvers: Person[]): number {
	const name = 'options.approvalsNeeded';
	if (!parameters.isAdded(name)) return 1;
	const needed = parameters.wholeNumber(name, 'Approvals Needed', 1, Number.MAX_SAFE_INTEGER);
	if (approvers.length === 0 || needed <= approvers.length) return needed;
	throw new FieldError(
		'Approvals Needed',
		`“Approvals Needed” is ${needed}, but only ${approvers.length} may answer`,
		'Add people to “Approvers”, or lower “Approvals Needed”.',
	);
}

function answerInOf(parameters: Parameters, provesPeople: boolean) {
	const menu = ['chatAndLink', 'chat', 'link'] as const;
	const answerIn = parameters.optionalOneOf('options.answerIn', 'Answer In', menu) ?? menu[0];
	if (answerIn !== 'link' || !provesPeople) return answerIn;
	throw new FieldError(
		'Answer In',
		"A link can't prove who answers, so it doesn't work with approvers or several approvals",
		'Set “Answer In” to “Chat”, or clear “Approvers” and “Approvals Needed”.',
	);
}

function wordsIn(parameters: Parameters, responseType: Reading['responseType']) {
	if (responseType === 'freeText') return { approveWords: [], declineWords: [] };
	const words = (name: string, label: string, fallback: string[]) => {
		const given = listIn(parameters.value(`options.${name}`));
		const unusable = given.find((word) => comparable(word) === '');
		if (unusable !== undefined) {
			throw new FieldError(
				label,
				`“${unusable}” in “${label}” has no letters`,
				'Enter words or emojis, separated by commas.',
			);
		}
		return given.length > 0 ? given : fallback;
	};
	const chosen = {
		approveWords: words('approveWords', 'Words for Yes', WORDS.approve),
		declineWords: words('declineWords', 'Words for No', WORDS.decline),
	};
	const both = wordOnBothSides(chosen);
	if (both === undefined) return chosen;
	throw new FieldError(
		'Words for Yes',
		`“${both}” is among the words for yes and among those for no`,
		'Remove it from one of the two fields.',
	);
}

/**
 * Throws if one of the approvers can't answer because they aren't in the group. Doesn't check it if the
 * members can't be read, or if one of them hides their phone number.
 */
async function checkMembers(
	{ calls, displayName }: Provider,
	request: ProviderRequest,
	groupId: string,
	approvers: Person[],
): Promise<void> {
	if (approvers.length === 0) return;
	const answers = await calls['participant.getMany']?.(request, { groupId }).catch(() => []);
	const members = (answers ?? []).map(({ result }) => result.participantId);
	if (members.length === 0 || members.some((id) => !/^\d+$/.test(id))) return;
	const missing = approvers.filter(
		(approver) => approver.phone !== null && !members.some((id) => isSamePerson(approver, id)),
	);
	if (missing.length === 0) return;
	throw new FieldError(
		'Approvers',
		`Not in this group at ${displayName}: ${missing.map(({ phone }) => phone).join(', ')}`,
		'Add these people to the group first, or remove them from “Approvers”.',
	);
}
