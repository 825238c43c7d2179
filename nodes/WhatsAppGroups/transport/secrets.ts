import type { Account } from '../contract/http';

const SECRET_FIELD = /key|secret|token/i;

/** A text without the secrets of the credential: an answer may hold what was sent to it. */
export function withoutSecrets(text: string, account: Account): string {
	const secrets = Object.entries(account)
		.filter(([field, value]) => SECRET_FIELD.test(field) && typeof value === 'string')
		.map(([, value]) => value as string)
		.filter((value) => value !== '');
	return secrets.reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text);
}
