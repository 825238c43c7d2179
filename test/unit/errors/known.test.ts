import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { errorFor } from '../support/provider';

describe('a key that is not accepted', () => {
	it.each([
		[dialog360, { error: 'Invalid API key' }],
		[dialog360, { meta: { developer_message: 'Invalid API key', success: false } }],
		[oneMsg, { error: 'invalid token' }],
		[a1Base, { detail: 'Invalid API key' }],
	])('$displayName: %j', async (provider, body) => {
		const error = await errorFor(provider, 401, body);

		expect(error?.message).toMatch(/API key/);
		expect(error?.description).toMatch(/credential/);
		expect(error?.description).toMatch(/invalid/i);
	});

	it.each(providers)('$displayName, without a word', async (provider) => {
		const error = await errorFor(provider, 401, '');

		expect(error?.message).toMatch(/key|access token/i);
		expect(error?.description).toMatch(/credential/);
	});
});

describe('1MSG', () => {
	const { explain } = oneMsg;

	it.each([
		['Dialog window is closed', /24/],
		['Message is outside the allowed window', /24/],
		['template is not defined', /template/],
	])('says “%s” in a 200', (text, word) => {
		const problem = explain(200, { sent: false, message: text });

		expect(problem?.message).toMatch(word);
		expect(problem?.message).not.toContain(text);
		expect(problem?.advice).toMatch(/\w{3,}/);
		expect(problem?.text).toBe(text);
	});

	it('names trial and subscription if the channel is blocked', () => {
		const problem = explain(403, 'Subscription is blocked');

		expect(problem?.message).toMatch(/trial/);
		expect(problem?.message).toMatch(/subscription/);
	});

	it.each([
		{ sent: true, id: 'wamid.SAMPLE', message: 'Sent' },
		{ sent: false, jobId: 'job-1', message: 'Queued' },
		{ success: true, response: {} },
		{ groups: [] },
	])('%j is not an error', (body) => {
		expect(explain(200, body)).toBeUndefined();
	});
});

describe('360dialog', () => {
	it('does not see an error in an answer that succeeded', () => {
		expect(dialog360.explain(200, { success: true, error: 'none' })).toBeUndefined();
	});
});

describe('A1Base', () => {
	it.each([
		{ status: 'success', message: 'Created', data: {} },
		{ thread_id: 'chat_000', body: 'Hello', status: 'sent' },
	])('%j is not an error', (body) => {
		expect(a1Base.explain(200, body)).toBeUndefined();
	});

	it('an answer that calls itself an error is one, also without a message', () => {
		expect(a1Base.explain(200, { status: 'error', errors: ['More'] })).toBeDefined();
	});

	it('403 points at the account', async () => {
		const error = await errorFor(a1Base, 403, { detail: 'Access denied' });

		expect(error?.description).toMatch(/Account ID/);
	});
});
