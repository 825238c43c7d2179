import type { IExecuteFunctions } from 'n8n-workflow';

import type { Provider } from '../providers/Provider';
import { listIn, numberIn, textIn } from '../providers/values';
import { FieldError } from '../transport/errors';
import { checkedGroupId } from './groupId';

/** The parameters of one item, read and checked. Names are parameter names, labels are for messages. */
export class Parameters {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly index: number,
		private readonly provider: Provider,
	) {}

	/** The raw value; `null` where the parameter is hidden. */
	value(name: string): unknown {
		return this.context.getNodeParameter(name, this.index, null);
	}

	groupId(): string {
		const id = this.context.getNodeParameter('group', this.index, null, { extractValue: true });
		return checkedGroupId(id, this.provider);
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
