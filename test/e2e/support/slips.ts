import type { ProviderName } from '../../../demo/providers';
import type { Stage } from './stage';

/** What goes wrong when a text is put together from people's words, numbers and dates. */
const slips = [
	/[.!?,;:]\s*[.,;:]/, // “It is back.. Write”
	/[:,]\s*$/, // nothing follows
	/\w {2,}\w/,
	/(^|\s)-\d/,
	/\b1 (days|hours|minutes|messages|members)\b/,
	/\d{4}-\d\d-\d\d/,
	/\b(undefined|null|NaN)\b|\[object/,
];

/** The texts that the business wrote in any group and that have such a slip. */
export async function slipsIn(stage: Stage, provider: ProviderName): Promise<string[]> {
	const messages = (await stage.at(provider).groups()).flatMap((group) => group.messages);
	const texts = messages.filter(({ fromBusiness }) => fromBusiness).map(({ text }) => text);
	return texts.filter((text) => slips.some((slip) => slip.test(text)));
}
