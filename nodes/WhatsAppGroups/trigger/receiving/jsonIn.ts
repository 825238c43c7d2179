import type { Delivery } from '../../contract/webhooks';

/**
 * Returns the JSON value of a delivery; `undefined` if it isn't JSON. Reads the bytes that a signature
 * covers, whatever the content type is: n8n's own parser ignores JSON of other types, and parses signed
 * JSON differently if somebody sends it again as a form.
 */
export function jsonIn({ rawBody, headers }: Delivery): unknown {
	const type = String(headers['content-type']);
	const [, charset = 'utf-8'] = /;\s*charset=["']?([^\s;"']+)/i.exec(type) ?? [];
	try {
		return JSON.parse(new TextDecoder(charset).decode(rawBody));
	} catch {
		return undefined;
	}
}
