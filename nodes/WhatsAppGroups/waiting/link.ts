import { textIn } from '../contract/values';

/** The most characters that WhatsApp returns with the statuses of a message. */
const TRACE_LIMIT = 512;

const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/g;

/** What the signed link of a question contains. */
export interface FoundLink {
	url: string;
	nonce: string;
	/** Unix time in ms. */
	askedAt: number;
}

/** Returns the query parameters of the link, before n8n signs it. */
export function linkParameters(nonce: string): Record<string, string> {
	return { nonce, asked: String(Date.now()) };
}

/** Finds the link of a question in a text, if it leads to this n8n instance. */
export function linkIn(text: string, ownUrl: string): FoundLink | undefined {
	for (const [written] of text.matchAll(URL_IN_TEXT)) {
		if (!URL.canParse(written)) continue;
		const { origin, searchParams } = new URL(written);
		const nonce = textIn(searchParams.get('nonce'));
		const askedAt = Number(searchParams.get('asked'));
		const isSigned = searchParams.has('signature') && askedAt > 0;
		if (nonce === null || !isSigned || origin !== new URL(ownUrl).origin) continue;
		return { url: written, nonce, askedAt };
	}
	return undefined;
}

/** Returns the link if it is short enough for a provider to return it. */
export const traceOf = (url: string) => (url.length <= TRACE_LIMIT ? url : undefined);
