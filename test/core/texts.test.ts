import type { IDataObject } from 'n8n-workflow';

import { failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';

const sandbox = useSandbox();

async function send(text: string, json: IDataObject) {
	const control = sandbox.control('dialog360');
	const { group } = await setUp('dialog360', control);
	const run = await sandbox.run(
		'dialog360',
		'message.send',
		{ group: groupField(group), text },
		{ input: [json], onError: 'continueRegularOutput' },
	);
	return { run, newest: (await control.group(group)).messages.at(-1)?.text };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}([+-]\d\d:\d\d|Z)$/;

test.each([
	['={{ $now }}', {}, ISO],
	['={{ $today.minus({ days: 1 }) }}', {}, ISO],
	['={{ new Date() }}', {}, ISO],
	['={{ $json.v }}', { v: true }, /^true$/],
	['={{ $json.v }}', { v: false }, /^false$/],
	['={{ $json.v }}', { v: 0 }, /^0$/],
])('sends %s with %j as text', async (text, json, expected) => {
	const { run, newest } = await send(text, json);

	expect(run.json).toMatchObject([{ status: 'sent' }]);
	expect(newest).toMatch(expected);
});

test.each([
	[{ v: ['a', 'b'] }, /“Text” is a list/],
	[{ v: { a: 1 } }, /“Text” is an object/],
])('refuses %j by name', async (json, says) => {
	const { run } = await send('={{ $json.v }}', json);

	expect(failureIn(run).error).toMatch(says);
	expect(failureIn(run).details.description).toMatch(/expression/);
});

describe('the description of a group', () => {
	const describeAs = async (description: string) => {
		const control = sandbox.control('dialog360');
		const { group } = await setUp('dialog360', control);
		const run = await sandbox.run(
			'dialog360',
			'group.update',
			{ group: groupField(group), updateFields: { description } },
			{ onError: 'continueRegularOutput' },
		);
		return { run, calls: await control.calls() };
	};

	test('is removed by an empty text', async () => {
		const { run, calls } = await describeAs('');

		expect(run.json).toMatchObject([{ success: true }]);
		expect(calls).toMatchObject([{ body: { description: '' } }]);
	});

	test.each(['={{ [] }}', '={{ ({}) }}', '={{ NaN }}'])('is kept for %s', async (description) => {
		const { run, calls } = await describeAs(description);

		expect(failureIn(run).error).toBe('“Description” is empty');
		expect(calls).toEqual([]);
	});
});
