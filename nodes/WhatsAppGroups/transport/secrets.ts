import type { Account } from '../contract/http';

const SECRET_FIELD = /key|secret|token/i;

/** What a query contains may open its URL, such as the secret of a webhook. */
const QUERY_OF_URL = /(https?:(?:\\?\/){2}[^\s?"'“”<>]+)\?[^\s"'“”<>]*/gi;

/** The header of a webhook's secret, in JSON or in plain text. */
const SECRET_HEADER = /(x-webhook-secret\\?["']?\s*[:=]\s*\\?["']?)[^\s"'\\,}]+/gi;

/** Removes what mustn't be shown. An answer may quote the credential or a registered webhook. */
export function withoutSecrets(text: string, account: Account): string {
	const secrets = Object.entries(account)
		.filter(([field, value]) => SECRET_FIELD.test(field) && typeof value === 'string')
		.map(([, value]) => (value as string).trim())
		.filter((value) => value !== '')
		.flatMap((value) => [value, encodeURIComponent(value)]);
	const shown = text.replace(QUERY_OF_URL, '$1').replace(SECRET_HEADER, '$1[secret]');
	return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), shown);
}
