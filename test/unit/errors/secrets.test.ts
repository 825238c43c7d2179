import {
	answerWithoutSecrets,
	withoutSecrets,
} from '../../../nodes/WhatsAppGroups/transport/secrets';

const ACCOUNT = {
	apiKey: 'key-1234',
	apiSecret: 'secret-5678',
	webhookSecret: '',
	accountId: 'acc-000',
	baseUrl: 'https://api.example',
};

it('removes every secret of the credential from a text, wherever it is', () => {
	const text = 'sent X-API-Key: key-1234 and secret-5678, again key-1234';

	expect(withoutSecrets(text, ACCOUNT)).toBe(
		'sent X-API-Key: [secret] and [secret], again [secret]',
	);
});

it('keeps values that are not secret, so that builders recognize the account', () => {
	expect(withoutSecrets('acc-000 at https://api.example', ACCOUNT)).toBe(
		'acc-000 at https://api.example',
	);
});

it('removes a secret that was pasted with spaces around it, or percent-encoded', () => {
	const account = { apiKey: ' key/12 34\n' };

	expect(withoutSecrets('key/12 34 and key%2F12%2034', account)).toBe('[secret] and [secret]');
});

it('removes the query of URLs and the header of a webhook, which open it', () => {
	const text =
		'{"url":"https://n8n.example/webhook/1?secret=s3cr3t&a=b","headers":{"X-Webhook-Secret":"s3cr3t"}}' +
		' “http:\\/\\/n8n.example\\/2?token=s3cr3t” x-webhook-secret: s3cr3t';

	const shown = withoutSecrets(text, {});

	expect(shown).not.toContain('s3cr3t');
	expect(shown).toContain('https://n8n.example/webhook/1"');
});

it('removes the login of URLs, and the headers of webhooks that were sent', () => {
	const destinations = [
		{
			url: 'https://ann:pa55word@crm.example/hook',
			headers: { Authorization: 'Basic s3cr3t==', 'X-Key': 's3cr3t-too', 'X-A': 'b' },
		},
	];
	const quoted = JSON.stringify({ error: 'Invalid', destinations });

	const shown = withoutSecrets(quoted, {}, { enabled: true, destinations });

	expect(shown).not.toMatch(/ann|pa55word|s3cr3t/);
	expect(shown).toContain('https://crm.example/hook');
	expect(shown).toContain('"X-A":"b"');
	expect(withoutSecrets('http:\\/\\/ann:pa55word@crm.example\\/', {})).not.toContain('pa55word');
	expect(withoutSecrets('ask ann@crm.example at https://crm.example/@ann', {})).toBe(
		'ask ann@crm.example at https://crm.example/@ann',
	);
});

it('hides them in every text of an answer, and keeps everything else of it', () => {
	const answer = { sent: true, list: [{ url: 'https://x.example/?token=key-1234&a=1' }], count: 2 };

	expect(answerWithoutSecrets(answer, ACCOUNT)).toEqual({
		sent: true,
		list: [{ url: 'https://x.example/?token=[secret]&a=1' }],
		count: 2,
	});
});

it('does not treat a word of a few letters as a secret', () => {
	expect(withoutSecrets('a message', { ...ACCOUNT, verifyToken: 'a' })).toBe('a message');
});
