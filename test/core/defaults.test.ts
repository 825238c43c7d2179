/** Adding an option or a filter changes nothing until the builder changes its value. */
import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../../nodes/WhatsAppGroups/providers';
import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import { keywordsIn } from '../../nodes/WhatsAppGroups/trigger/receiving/keywords';

/** What the nodes do without an option whose default isn't empty, false, or a list of nothing. */
const UNSET: Record<string, unknown> = {
	binaryPropertyName: 'data',
	dedupe: true,
	ignoreOwn: true,
	confirm: true,
	includeInviteLink: true,
	waitForId: true,
	waitSeconds: 30,
	ifNameExists: 'createAnother',
	joinApprovalMode: 'auto_approve',
	ifWindowClosed: 'error',
	parallelGroups: 100,
	timeout: 30_000,
	answerIn: 'chatAndLink',
	approvalsNeeded: 1,
};

/** Those whose purpose is their value. */
const CHOSEN = ['limitWaitTime', 'template', 'templateVariables'];

const collections = [new WhatsAppGroups(), new WhatsAppGroupsTrigger()].flatMap(
	({ description: { name, properties } }) =>
		properties
			.filter((field) => field.type === 'collection' && field.name !== 'updateFields')
			.flatMap(({ options = [] }) => options as INodeProperties[])
			.map((field) => ({ node: name, field })),
);

test.each(
	collections
		.filter(({ field: { name } }) => !CHOSEN.includes(name) && name !== 'messagesPerSecond')
		.map(({ node, field }) => [node, field.name, field.default] as const),
)('%s, %s: %j', (_node, name, value) => {
	const empty = value === '' || value === false || (Array.isArray(value) && value.length === 0);
	expect(name in UNSET ? value === UNSET[name] : empty).toBe(true);
});

test.each(providers)('$displayName: the pace is its own', ({ name, rates }) => {
	const shown = collections
		.map(({ field }) => field)
		.filter(
			(field) =>
				field.name === 'messagesPerSecond' &&
				field.displayOptions?.show?.['/provider']?.includes(name),
		);

	expect(shown.map((field) => field.default)).toEqual([rates.messages?.perSecond ?? 0]);
});

test('the placeholder of Keywords shows keywords that match', () => {
	const field = collections.find(({ field: { name } }) => name === 'keywords')?.field;
	const words = (field?.placeholder ?? '').replace('e.g. ', '');

	const matchers = keywordsIn(words);
	expect(matchers).toHaveLength(2);
	for (const text of ['My order 12', 'The invoice 12']) {
		expect(matchers.some((matches) => matches(text))).toBe(true);
	}
});

test("no collection holds a resource mapper, which n8n's editor doesn't show there", () => {
	const types = collections.map(({ field: { type } }) => type);
	expect(types).not.toContain('resourceMapper');
});
