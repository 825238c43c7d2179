import type { Delivery } from '../../contract/webhooks';

/**
 * Returns the text of a delivery; an empty text if its charset is unknown. Reads the bytes that a
 * signature covers, whatever the content type is: n8n's own parser ignores JSON of other types, and parses
 * signed JSON differently if somebody sends it again as a form.
 */
export function textOf({ rawBody, headers }: Delivery): string {
	const type = String(headers['content-type']);
	const [, charset = 'utf-8'] = /;\s*charset=["']?([^\s;"']+)/i.exec(type) ?? [];
	try {
		return new TextDecoder(charset).decode(rawBody);
	} catch {
		return '';
	}
}
