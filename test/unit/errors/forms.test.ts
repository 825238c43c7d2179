/** Each documented form of an error, as builders see it in n8n. */
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { errorFor } from '../support/provider';

interface Form {
	provider: Provider;
	status: number;
	body: unknown;
	/** The provider's own words that the error must contain. */
	words: string[];
}

const FORMS: Form[] = [
	{ provider: dialog360, status: 400, body: { error: 'Their words' }, words: ['Their words'] },
	{
		provider: dialog360,
		status: 400,
		body: { error: { message: 'Their words', code: 199999, error_data: { details: 'More' } } },
		words: ['Their words', 'More', '199999'],
	},
	{
		provider: dialog360,
		status: 400,
		body: { meta: { developer_message: 'Their words', success: false } },
		words: ['Their words'],
	},
	...['message', 'title'].map((member) => ({
		provider: dialog360,
		status: 400,
		body: { errors: [{ code: 199999, [member]: 'Their words', details: 'More' }] },
		words: ['Their words', 'More', '199999'],
	})),
	{ provider: oneMsg, status: 400, body: { error: 'Their words' }, words: ['Their words'] },
	{ provider: oneMsg, status: 403, body: 'Trial is over', words: ['Trial is over'] },
	{
		provider: oneMsg,
		status: 200,
		body: { sent: false, message: 'Their words' },
		words: ['Their words'],
	},
	{
		provider: oneMsg,
		status: 200,
		body: { response: { error: 'Their words' } },
		words: ['Their words'],
	},
	{
		provider: oneMsg,
		status: 200,
		body: { response: { error: { message: 'Their words', code: 199999 } } },
		words: ['Their words', '199999'],
	},
	{ provider: oneMsg, status: 200, body: { error: 'Their words' }, words: ['Their words'] },
	{
		provider: oneMsg,
		status: 200,
		body: {
			error: {
				error_user_title: 'For people',
				error_user_msg: 'In their words',
				message: 'For programs',
				code: 199999,
			},
		},
		words: ['In their words', 'For programs', '199999'],
	},
	{
		provider: oneMsg,
		status: 200,
		body: { error: { error_user_title: 'For people', code: 199999 } },
		words: ['For people', '199999'],
	},
	{ provider: a1Base, status: 400, body: { detail: 'Their words' }, words: ['Their words'] },
	{
		provider: a1Base,
		status: 422,
		body: {
			detail: [
				{ loc: ['body', 'agent_number'], msg: 'must start with +', type: 'value_error' },
				{ loc: ['body', 'participants', 0], msg: 'is no number', type: 'value_error' },
			],
		},
		words: ['agent_number', 'must start with +', 'participants', 'is no number'],
	},
	{
		provider: a1Base,
		status: 400,
		body: { status: 'error', message: 'Their words' },
		words: ['Their words'],
	},
	{
		provider: a1Base,
		status: 200,
		body: { status: 'error', message: 'Their words' },
		words: ['Their words'],
	},
	{
		provider: a1Base,
		status: 400,
		body: { status: 'error', message: 'Their words', errors: ['More'] },
		words: ['Their words', 'More'],
	},
];

const NAMED = FORMS.map((form): [string, Form] => [
	`${form.provider.displayName}, ${form.status}: ${JSON.stringify(form.body)}`,
	form,
]);

it.each(NAMED)('%s', async (_name, { provider, status, body, words }) => {
	const error = await errorFor(provider, status, body);

	const shown = `${error?.message}\n${error?.description}`;
	for (const word of words) expect(shown).toContain(word);
	expect(shown).toContain(provider.displayName);
	// What to do comes before the provider's response.
	const advice = error?.description?.replace(/^Check the group before .*\n/, '').split('\n')[0];
	expect(advice).toMatch(/^(Open|Check|Compare|Look up|Try) .*\w{3}/);
});
