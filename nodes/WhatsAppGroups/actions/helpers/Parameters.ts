import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { FileInput } from '../../contract/http';
import { entriesIn } from '../../contract/lists';
import { areSame, type Person } from '../../contract/people';
import type { Template, TemplateVariable } from '../../contract/operations';
import type { Provider } from '../../contract/Provider';
import { isObject, numberIn, objectIn, objectsIn, textIn } from '../../contract/values';
import { FieldError } from '../../contract/errors';
import type { GroupLookup } from '../../editor/GroupLookup';
import { binaryFile } from './binaryFile';
import { checkedGroupId } from './checkedGroupId';
import { momentIn } from './momentIn';
import { readPerson, readWholePerson } from './readPerson';
import { readId, readText } from './texts';
import type { Connection } from './Connection';

/**
 * n8n searches all properties of the node for one that it could check a value against, which takes longer
 * than reading it. Values are checked here.
 */
const UNCHECKED = { skipValidation: true };

/** The parameters of one item, read and checked. `name` is the parameter's, `label` the one in errors. */
export class Parameters {
	/** The group is read twice, and evaluating an expression is slow. */
	private readonly known = new Map<string, unknown>();

	constructor(
		private readonly context: IExecuteFunctions,
		/** Index of the item in the input. */
		readonly item: number,
		private readonly provider: Provider,
		private readonly connection: Connection,
	) {}

	/** Returns the raw value; `null` if the parameter is hidden. */
	value(name: string): unknown {
		return this.context.getNodeParameter(name, this.item, null, UNCHECKED);
	}

	/** Returns whether the builder has added the field, even if its expression is empty. */
	isAdded(name: string): boolean {
		const raw = { rawExpressions: true };
		return this.context.getNodeParameter(name, this.item, null, raw) !== null;
	}

	/** Returns whether the builder has entered something, even if its expression is empty. */
	isFilledIn(name: string): boolean {
		const raw = this.context.getNodeParameter(name, this.item, null, { rawExpressions: true });
		return Array.isArray(raw) ? raw.length > 0 : (textIn(raw)?.trim() ?? '') !== '';
	}

	/** Looks up a group by its name. The other modes don't need a request. */
	async findGroup(): Promise<void> {
		if (objectIn(this.context.getNode().parameters.group).mode !== 'name') return;
		const { request, groups } = this.connection;
		this.known.set('group', await groups.find(request, this.located('group')));
	}

	/** The account's groups. */
	get groups(): GroupLookup {
		return this.connection.groups;
	}

	groupId(): string {
		return checkedGroupId(this.located('group'), this.provider);
	}

	/** Key of the lane: items with the same key run one after another. */
	lane(): string {
		try {
			return this.provider.plainGroupId(this.groupId());
		} catch {
			// The operation has no group, or its error is reported when the item runs.
			return '';
		}
	}

	/** Returns the value of a resource locator. */
	located(name: string): unknown {
		const known = this.known.get(name);
		if (known !== undefined) return known;
		const given = this.value(name);
		// The modes of our locators have no pattern to extract an ID with.
		const value = isObject(given) && given.__rl === true ? given.value : given;
		this.known.set(name, value);
		return value;
	}

	async template(name = 'template'): Promise<Template> {
		const { request, templates } = this.connection;
		return await templates.find(request, this.located(name));
	}

	/** Returns a resource mapper's values for these variables; an empty text for a missing one. */
	mapped(name: string, variables: TemplateVariable[]): Record<string, string> {
		return textsFor(variables, objectIn(this.value(`${name}.value`)));
	}

	/** As `mapped`, from a list of variables and their values. */
	listed(name: string, label: string, variables: TemplateVariable[]): Record<string, string> {
		const rows = objectsIn(this.value(`${name}.values`));
		const unknown = rows.find(({ variable }) => !variables.some(({ id }) => id === variable));
		if (unknown) {
			throw new FieldError(
				label,
				`The template has no variable “${String(unknown.variable)}”`,
				`Under “${label}”, choose another variable, or remove it.`,
			);
		}
		const values = rows.map(({ variable, value }) => [variable, value]);
		return textsFor(variables, Object.fromEntries(values));
	}

	async file(name: string): Promise<FileInput> {
		const value = this.value(name);
		const given = isObject(value) ? value : this.requiredText(name, 'Input Data Field Name');
		return await binaryFile(this.context, this.item, given);
	}

	optionalText(name: string, label: string): string | undefined {
		return readText(this.value(name), label);
	}

	requiredText(name: string, label: string): string {
		return this.optionalText(name, label) ?? isEmpty(label);
	}

	optionalId(name: string, label: string): string | undefined {
		return readId(this.value(name), label);
	}

	requiredId(name: string, label: string): string {
		return this.optionalId(name, label) ?? isEmpty(label);
	}

	/** Returns one of a menu's values. An expression or a model can set anything, so it is checked. */
	oneOf<Value extends string>(name: string, label: string, values: readonly Value[]): Value {
		const given = this.requiredText(name, label);
		const value = values.find((known) => known === given);
		if (value !== undefined) return value;
		throw new FieldError(
			label,
			`“${given}” isn't an option of “${label}”`,
			`Set “${label}” to one of these: ${values.join(', ')}.`,
		);
	}

	/** Like `oneOf`, for an option that may be absent. Rejects an empty value if it is present. */
	optionalOneOf<Value extends string>(
		name: string,
		label: string,
		values: readonly Value[],
	): Value | undefined {
		return this.isAdded(name) ? this.oneOf(name, label, values) : undefined;
	}

	wholeNumber(name: string, label: string, lowest: number, highest: number): number {
		const value = numberIn(this.value(name));
		if (value !== null && Number.isInteger(value) && value >= lowest && value <= highest)
			return value;
		throw new FieldError(
			label,
			`“${label}” is ${String(this.value(name))}, which isn't a whole number from ${lowest} to ${highest}`,
			`Set “${label}” to a number from ${lowest} to ${highest}.`,
		);
	}

	/** Returns how many entries of a list are wanted: `Infinity` for all. */
	limit(): number {
		return this.value('returnAll') === true
			? Infinity
			: this.wholeNumber('limit', 'Limit', 1, Number.MAX_SAFE_INTEGER);
	}

	/** Returns at least one id of a join request, each once. Accepts objects with such an id, too. */
	joinRequestIds(): string[] {
		const label = 'Join Request IDs';
		return each(entriesIn(this.value('joinRequestIds')), label, (entry, place) => {
			const id = readId(objectIn(entry).joinRequestId ?? entry, place);
			return id ?? isEmpty(place);
		});
	}

	/** Returns at least one person, each once: a number in digits, or a user id. */
	people(name: string, label: string): string[] {
		return each(entriesIn(this.value(name)), label, (entry) => readPerson(entry, label));
	}

	/** Like `people`, but accepts an empty list. */
	optionalPeople(name: string, label: string): string[] {
		return entriesIn(this.value(name)).length === 0 ? [] : this.people(name, label);
	}

	/** Like `optionalPeople`, with all that is known of each person. */
	optionalWholePeople(name: string, label: string): Person[] {
		const people = entriesIn(this.value(name)).map((entry) => readWholePerson(entry, label));
		return people.filter((one, at) => !people.slice(0, at).some((other) => areSame(one, other)));
	}

	/** Returns a date and time in ms since 1970; `null` if it isn't one. */
	time(value: unknown): number | null {
		return momentIn(value, this.context.getTimezone());
	}
}

/** Reads the entries of a list, each once. Throws a FieldError if there are none. */
function each(
	entries: unknown[],
	label: string,
	read: (entry: unknown, place: string) => string,
): string[] {
	if (entries.length === 0) return isEmpty(label);
	return [...new Set(entries.map((entry, index) => read(entry, `${label}, entry ${index + 1}`)))];
}

function isEmpty(label: string): never {
	throw new FieldError(
		label,
		`“${label}” is empty`,
		`Fill in “${label}”. If it is an expression, check that it has a value for this item.`,
	);
}

function textsFor(variables: TemplateVariable[], values: IDataObject): Record<string, string> {
	return Object.fromEntries(
		variables.map(({ id, label }) => [id, readText(values[id], label) ?? '']),
	);
}
