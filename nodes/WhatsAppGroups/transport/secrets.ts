import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../contract/http';
import { isObject } from '../contract/values';

const SECRET_FIELD = /key|secret|token/i;

/** The query of a URL may contain a secret, such as a webhook's. */
const QUERY_OF_URL = /(https?:(?:\\?\/){2}[^\s?"'“”<>]+)\?[^\s"'“”<>]*/gi;

/** The user name and password of a URL. */
const LOGIN_OF_URL = /(https?:(?:\\?\/){2})[^\s/\\?#"'“”<>]+@/gi;

/** The header of a webhook's secret, in JSON or in plain text. */
const SECRET_HEADER = /(x-webhook-secret\\?["']?\s*[:=]\s*\\?["']?)[^\s"'\\,}]+/gi;

/** Characters: anything shorter would also hide parts of ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Removes secrets from a text. A response may quote the credential or a webhook, whose headers can have
 * the secrets of another program.
 *
 * @param sent body of the request that the text is about
 */
export function withoutSecrets(text: string, account: Account, sent?: unknown): string {
	const shown = text
		.replace(LOGIN_OF_URL, '$1')
		.replace(QUERY_OF_URL, '$1')
		.replace(SECRET_HEADER, '$1[secret]');
	return hide(shown, [...headersIn(sent), ...secretsOf(account)]);
}

/** Returns a response of the provider without the credential's secrets in any of its texts. */
export function answerWithoutSecrets(answer: IDataObject, account: Account): IDataObject {
	const secrets = secretsOf(account);
	const shown = (value: unknown): unknown => {
		if (typeof value === 'string') return hide(value, secrets);
		if (Array.isArray(value)) return value.map(shown);
		if (!isObject(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)]));
	};
	return shown(answer) as IDataObject;
}

function hide(text: string, secrets: string[]): string {
	return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), text);
}

/** Returns the values of all `headers` in a body. */
function headersIn(body: unknown): string[] {
	if (Array.isArray(body)) return body.flatMap(headersIn);
	if (!isObject(body)) return [];
	const { headers, ...rest } = body;
	return [
		...Object.values(isObject(headers) ? headers : {})
			.filter((value) => typeof value === 'string')
			.filter((value) => value.length >= SHORTEST_SECRET),
		...Object.values(rest).flatMap(headersIn),
	];
}

function secretsOf(account: Account): string[] {
	return Object.entries(account)
		.filter(([field, value]) => SECRET_FIELD.test(field) && typeof value === 'string')
		.map(([, value]) => (value as string).trim())
		.filter((value) => value.length >= SHORTEST_SECRET)
		.flatMap((value) => [value, encodeURIComponent(value)]);
}
