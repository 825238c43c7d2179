/** Failures on our side start no failed run, and get 503, so that the provider retries. */
import type { INodeParameters } from 'n8n-workflow';

import { TestTrigger } from '../support/trigger';
import { signedCall, triggerWithSecret } from './support/signedCalls';

const TEXT = JSON.stringify({
	thread_id: 'chat_000',
	message_id: 'msg_000',
	thread_type: 'group',
	message_type: 'text',
	message_content: { text: 'Hi' },
});

const brokenKeyword: INodeParameters = { filters: { keywords: '={{ "/(a)\\\\1/" }}' } };

test.each([
	['a credential that is gone', new TestTrigger({ provider: 'a1Base' }, {}), /credential/i],
	[
		'a keyword that cannot be used',
		triggerWithSecret('a1Base', 'broken keyword', brokenKeyword),
		/keyword .* can't be used/,
	],
])('%s: 503, one warning, no run', async (_what, trigger, reason) => {
	const answer = await trigger.receive(signedCall('a1Base', TEXT));

	expect(answer).toEqual({ status: 503, body: { success: false, message: 'Try again later' } });
	expect(trigger.warnings).toEqual([expect.stringMatching(reason)]);
});

test('a keyword that cannot be used is refused when the workflow is activated', async () => {
	const trigger = triggerWithSecret('a1Base', 'refused keyword', {
		filters: { keywords: '/(a)\\1/' },
	});

	await expect(trigger.activate()).rejects.toMatchObject({
		message: expect.stringContaining('/(a)\\1/'),
		description: expect.stringContaining('plain words'),
	});
});

test('a body that is nested too deeply: 400', async () => {
	const deep = `{"message_type":"text","a":${'['.repeat(200)}${']'.repeat(200)}}`;
	const trigger = triggerWithSecret('a1Base', 'deep');

	const answer = await trigger.receive(signedCall('a1Base', deep));

	expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(/nested/) } });
});
