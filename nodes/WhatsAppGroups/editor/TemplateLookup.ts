import type { ProviderRequest } from '../contract/http';
import type { Template } from '../contract/operations';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';
import { FieldError } from '../contract/errors';

/** A template in a menu or a field: a name may exist in several languages. */
export function templateKey({ name, language }: Template): string {
	return `${name}|${language}`;
}

/** Finds templates by their key, and asks the provider only once for each in a run. */
export class TemplateLookup {
	private readonly found = new Map<string, Promise<Template>>();

	constructor(private readonly provider: Provider) {}

	/** `name|language`, or a name that is enough to tell. */
	async find(request: ProviderRequest, value: unknown): Promise<Template> {
		const key = textIn(value)?.trim();
		if (!key) {
			throw new FieldError('Template', 'No template is chosen', 'Pick a template from the list.');
		}
		const found = this.found.get(key) ?? this.search(request, key);
		this.found.set(key, found);
		// A look-up that failed says nothing of the next one.
		found.catch(() => this.found.delete(key));
		return await found;
	}

	private async search(request: ProviderRequest, key: string): Promise<Template> {
		const [name, language] = key.split('|');
		let cursor: string | undefined;
		do {
			const page = await this.provider.templates?.(request, { search: name, cursor });
			const match = page?.answers.find(
				({ result }) => result.name === name && (!language || result.language === language),
			);
			if (match) return match.result;
			cursor = page?.nextCursor;
		} while (cursor !== undefined);
		throw new FieldError(
			'Template',
			`There is no approved template “${key}”`,
			'Pick a template from the list. A new template has to be approved first.',
		);
	}
}
