import { FieldError } from '../contract/errors';
import type { ProviderRequest } from '../contract/http';
import type { Template } from '../contract/operations';
import { pagesOf } from '../contract/pages';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';

/** Identifies a template in a menu or a field: the same name may exist in several languages. */
export function templateKey({ name, language }: Pick<Template, 'name' | 'language'>): string {
	return `${name}|${language}`;
}

/** Finds templates by their key. In a run, the provider is asked only once for each key. */
export class TemplateLookup {
	private readonly found = new Map<string, Promise<Template>>();

	constructor(private readonly provider: Provider) {}

	/**
	 * Accepts `name|language`, `name (language)` as the menu shows it, or a name that exists in one
	 * language. Throws a FieldError if no approved template matches, or more than one.
	 */
	async find(request: ProviderRequest, value: unknown): Promise<Template> {
		const key = textIn(value)?.trim();
		if (!key) {
			throw new FieldError('Template', 'No template is chosen', 'Pick a template from the list.');
		}
		const found = this.found.get(key) ?? this.search(request, key);
		this.found.set(key, found);
		found.catch((error) => {
			// A FieldError holds for every item. After any other error, the next item searches again.
			if (!(error instanceof FieldError)) this.found.delete(key);
		});
		return await found;
	}

	private async search(request: ProviderRequest, key: string): Promise<Template> {
		const { name, language } = partsOf(key);
		const named: Template[] = [];
		for await (const { answers } of pagesOf(
			async ({ cursor }) =>
				(await this.provider.templates?.(request, { search: name, cursor })) ?? { answers: [] },
		)) {
			named.push(...answers.map(({ result }) => result).filter((found) => isNamed(found, name)));
			const exact = named.find((found) => found.approved && isLanguage(found, language));
			if (exact) return exact;
		}
		const approved = named.filter((found) => found.approved);
		const [only, ...others] = approved;
		if (only && others.length === 0 && language === undefined) return only;
		throw notFound(key, language, named, approved);
	}
}

function partsOf(key: string): { name: string; language?: string } {
	const [, name = key, language] =
		/^([^|]*)\|(.+)$/.exec(key) ?? /^(.*\S)\s*\((\w+)\)$/.exec(key) ?? [];
	return { name: name.trim(), language: language?.trim() };
}

/** Template names are in lower case, but people type them otherwise. */
function isNamed(template: Template, name: string): boolean {
	return template.name.toLowerCase() === name.toLowerCase();
}

/** `en-US` is the same as `en_US`, in any letter case; `en` and `en_US` are different languages. */
function isLanguage({ language }: Template, wanted: string | undefined): boolean {
	const plain = (code: string) => code.replace('-', '_').toLowerCase();
	return wanted !== undefined && plain(language) === plain(wanted);
}

function notFound(
	key: string,
	language: string | undefined,
	named: Template[],
	approved: Template[],
): FieldError {
	if (approved.length > 0) {
		const keys = approved.map((template) => `“${templateKey(template)}”`).join(', ');
		const languages = approved.map((template) => template.language).join(', ');
		return new FieldError(
			'Template',
			language === undefined
				? `The template “${key}” exists in several languages: ${languages}`
				: `There is no approved template “${key}”. It exists in: ${languages}`,
			`Enter one of these: ${keys}. Or pick the template from the list.`,
		);
	}
	return named.length > 0
		? new FieldError(
				'Template',
				`There is no approved template “${key}”: it is waiting for approval, or was rejected`,
				'Pick another template from the list, or wait until this one is approved.',
			)
		: new FieldError(
				'Template',
				`There is no approved template “${key}”`,
				'Pick a template from the list. A new template has to be approved first.',
			);
}
