import type { INodeParameters } from 'n8n-workflow';

import { providerNames, type ProviderName } from '../../sandbox/providers';
import { callTool } from '../support/tool';
import { groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';

const sandbox = useSandbox();

/** As n8n's editor writes it when the model is to fill in a field. */
const fromModel = (key: string, description: string) =>
	`={{ $fromAI('${key}', '${description}') }}`;

const sending: INodeParameters = {
	...{ resource: 'message', operation: 'send', messageType: 'text' },
	group: groupField(fromModel('group', 'The ID of the group')),
	text: fromModel('text', 'What to write'),
};

async function call(provider: ProviderName, parameters: INodeParameters, args: object) {
	return await callTool({ provider, ...parameters }, sandbox.credentials(provider), { ...args });
}

describe.each(providerNames)('%s, as the tool of an agent', (provider) => {
	test('sends what the model wrote, and answers in a form that it can read', async () => {
		const control = sandbox.control(provider);
		const { group } = await setUp(provider, control);

		const { answer, error } = await call(provider, sending, {
			group: group.id,
			text: 'On my way',
		});

		expect(error).toBeUndefined();
		expect(JSON.parse(answer ?? '')).toMatchObject([{ provider, groupId: group.id }]);
		const { messages } = await control.group(group);
		expect(messages.filter(({ fromBusiness }) => fromBusiness)).toMatchObject([
			{ text: 'On my way' },
		]);
	});

	test('lists the groups, so that the model can choose one', async () => {
		const { group } = await setUp(provider, sandbox.control(provider));
		const listing = { resource: 'group', operation: 'getMany', returnAll: true };

		const { answer } = await call(provider, listing, {});

		expect(JSON.parse(answer ?? '')).toMatchObject([{ groupId: group.id, subject: group.subject }]);
	});

	test.each([
		['+15550002222', /phone number.*group/, /pick the group|ID/i],
		['', /no group is chosen/i, /group/],
	])('the model gets an explanation for the group “%s”', async (group, says, advises) => {
		const control = sandbox.control(provider);
		await setUp(provider, control);

		const { answer, error } = await call(provider, sending, { group, text: 'Hi' });

		expect(answer).toBeUndefined();
		expect(error).toMatch(says);
		expect(error).toMatch(advises);
		expect(await control.calls()).toEqual([]);
	});
});

test('the model gets descriptions of the tool and its arguments', async () => {
	const { group } = await setUp('dialog360', sandbox.control('dialog360'));

	const received = await call('dialog360', sending, { group: group.id, text: 'Hi' });

	expect(received.name).toBe('Send_to_the_crew');
	expect(received.description).toMatch(/send .*message/i);
	expect(received.description).toMatch(/WhatsApp/);
	expect(received.arguments).toEqual({
		group: 'The ID of the group',
		text: 'What to write',
	});
});

test("the model gets the provider's refusal and the remedy", async () => {
	const control = sandbox.control('oneMsg');
	const { group } = await setUp('oneMsg', control);
	await control.set({ windowClosed: true });

	const { error } = await call('oneMsg', sending, { group: group.id, text: 'Hi' });

	expect(error).toMatch(/24-hour window[^]*template/);
});
