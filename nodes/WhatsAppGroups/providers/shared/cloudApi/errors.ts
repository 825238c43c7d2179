/** Error responses of Meta's Cloud API, which its resellers forward. */
import type { ProviderError } from '../../../contract/errors';
import type { Problem } from '../../../contract/http';
import { isObject, objectIn, textIn } from '../../../contract/values';
import { explanationOf } from './explanations';

const ERROR_CODES = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes';

/**
 * Reads `{error: {code, message, error_data: {details}}}`. Returns `undefined` for a body in another
 * form.
 */
export function explainCloudError(body: unknown): Problem | undefined {
	const error = objectIn(body).error;
	return isObject(error) ? problemOf(textIn(error.code), cloudErrorText(error)) : undefined;
}

/** Returns whether the Cloud API rejected a value or a field (100, 131009), so that nothing changed. */
export function isRefusedValue({ answer }: ProviderError): boolean {
	const code = textIn(objectIn(objectIn(answer).error).code);
	return code === '100' || code === '131009';
}

/** Explains a code, and adds the provider's own words. */
export function problemOf(code: string | null, text: string | null): Problem {
	const theirs = { code: code ?? undefined, text: text ?? undefined };
	const explained = explanationOf(code);
	if (explained) {
		const { mayBeDone, ...explanation } = explained;
		return { ...explanation, ...theirs, refused: !mayBeDone };
	}
	if (code === null) return { message: text ?? 'WhatsApp refused without a reason', ...theirs };
	return {
		message: text ?? `WhatsApp refused with code ${code}`,
		advice: `Look up code ${code} in Meta's list: ${ERROR_CODES}`,
		...theirs,
	};
}

export function cloudErrorText(error: Record<string, unknown>): string | null {
	const parts = [
		textIn(error.message) ?? textIn(error.title),
		textIn(objectIn(error.error_data).details) ??
			textIn(error.details) ??
			textIn(error.error_user_msg),
	];
	return parts.filter((part) => part !== null).join(' – ') || null;
}
