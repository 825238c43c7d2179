import { withoutSecrets } from '../../../nodes/WhatsAppGroups/transport/secrets';

const ACCOUNT = {
	apiKey: 'key-1234',
	apiSecret: 'secret-5678',
	webhookSecret: '',
	accountId: 'acc-000',
	baseUrl: 'https://api.example',
};

it('takes every secret of the credential out of a text, wherever it stands', () => {
	const text = 'sent X-API-Key: key-1234 and secret-5678, again key-1234';

	expect(withoutSecrets(text, ACCOUNT)).toBe(
		'sent X-API-Key: [secret] and [secret], again [secret]',
	);
});

it('leaves what is no secret, so that a builder recognises the account', () => {
	expect(withoutSecrets('acc-000 at https://api.example', ACCOUNT)).toBe(
		'acc-000 at https://api.example',
	);
});
