import type { IExecuteFunctions } from 'n8n-workflow';

import type { FileInput, ProviderRequest } from '../../contract/http';
import type { Template } from '../../contract/operations';
import type { Provider } from '../../contract/Provider';
import { listIn, numberIn, objectIn, textIn } from '../../contract/values';
import { FieldError } from '../../contract/errors';
import { binaryFile } from './binaryFile';
import { checkedGroupId } from './groupId';
import type { TemplateLookup } from '../../editor/TemplateLookup';

/** The parameters of one item, read and checked. Names are parameter names, labels are for messages. */
export class Parameters {
	/** The group is asked for twice, and expressions are costly. */
	private readonly known = new Map<string, unknown>();

	constructor(
		private readonly context: IExecuteFunctions,
		/** Index of the item in the input. */
		readonly item: number,
		private readonly provider: Provider,
		private readonly request: ProviderRequest,
		private readonly templates: TemplateLookup,
	) {}

	/** The raw value; `null` where the parameter is hidden. */
	value(name: string): unknown {
		return this.context.getNodeParameter(name, this.item, null);
	}

	groupId(): string {
		return checkedGroupId(this.located('group'), this.provider);
	}

	/** What keeps items in order: those of one group, and those of none, are done one after another. */
	lane(): string {
		try {
			const id = textIn(this.located('group'))?.trim() ?? '';
			return this.provider.plainGroupId?.(id) ?? id;
		} catch {
			// An expression that fails is told when the item itself is done.
			return '';
		}
	}

	/** The value of a resource locator. */
	located(name: string): unknown {
		const known = this.known.get(name);
		if (known !== undefined) return known;
		const value = this.context.getNodeParameter(name, this.item, null, { extractValue: true });
		this.known.set(name, value);
		return value;
	}

	async template(): Promise<Template> {
		return await this.templates.find(this.request, this.located('template'));
	}

	/** Values of a resource mapper, by field. */
	mapped(name: string): Record<string, string> {
		const values = Object.entries(objectIn(this.value(`${name}.value`)));
		return Object.fromEntries(values.map(([field, value]) => [field, textIn(value) ?? '']));
	}

	async file(name: string): Promise<FileInput> {
		const property = this.requiredText(name, 'Input Data Field Name');
		return await binaryFile(this.context, this.item, property);
	}

	optionalText(name: string): string | undefined {
		return textIn(this.value(name))?.trim() || undefined;
	}

	requiredText(name: string, label: string): string {
		const text = this.optionalText(name);
		if (text !== undefined) return text;
		throw new FieldError(
			label,
			`“${label}” is empty`,
			`Fill in “${label}”. If it is an expression, check that it has a value for this item.`,
		);
	}

	wholeNumber(name: string, label: string, lowest: number, highest: number): number {
		const value = numberIn(this.value(name));
		if (value !== null && Number.isInteger(value) && value >= lowest && value <= highest)
			return value;
		throw new FieldError(
			label,
			`“${label}” is ${String(this.value(name))}, which is not a whole number from ${lowest} to ${highest}`,
			`Set “${label}” to a number from ${lowest} to ${highest}.`,
		);
	}

	/** How many entries of a list are wanted: all of them, or the limit. */
	limit(): number {
		return this.value('returnAll') === true
			? Infinity
			: this.wholeNumber('limit', 'Limit', 1, Number.MAX_SAFE_INTEGER);
	}

	/** Ids in a list; at least one. */
	ids(name: string, label: string): string[] {
		const ids = listIn(this.value(name));
		if (ids.length > 0) return [...new Set(ids)];
		throw new FieldError(label, `“${label}” is empty`, `Fill in “${label}” with at least one ID.`);
	}

	/** Phone numbers in digits, without `+`, spaces and dashes. */
	phoneNumbers(name: string, label: string): string[] {
		return listIn(this.value(name)).map((entry) => {
			const number = entry.replace(/[\s().-]/g, '').replace(/^\+/, '');
			if (/^\d{5,15}$/.test(number)) return number;
			throw new FieldError(
				label,
				`“${entry}” in “${label}” is not a phone number`,
				'Write numbers with their country code, such as +14155552671, separated by commas.',
			);
		});
	}
}
