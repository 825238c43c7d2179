/**
 * Message templates: their variables, and the components that fill them in.
 * Source: Meta's Cloud API in general (template objects with `components`); Meta “Groups › Groups
 * messaging” (groups accept text and media templates).
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../contract/errors';
import type {
	Answer,
	FilledTemplate,
	Template,
	TemplateVariable,
} from '../../../contract/operations';
import { checkedUrl, nameOfUrl } from '../../../contract/urls';
import { objectsIn, textIn } from '../../../contract/values';

const MEDIA_HEADERS = ['IMAGE', 'VIDEO', 'DOCUMENT'];

/** Header formats that are filled in with a text or a file. */
const HEADERS = ['TEXT', ...MEDIA_HEADERS];

/** Components and buttons that need only the values of `variablesOf`, or none. */
const COMPONENTS = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CALL_PERMISSION_REQUEST'];
const BUTTONS = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'VOICE_CALL'];

/** Reads the templates of one page of a list. */
export function templateAnswers(list: unknown): Array<Answer<Template>> {
	return objectsIn(list).map((raw) => ({ result: templateIn(raw), raw }));
}

function templateIn(raw: IDataObject): Template {
	const components = objectsIn(raw.components);
	return {
		name: textIn(raw.name) ?? '',
		language: textIn(raw.language) ?? '',
		// The status can be in upper or lower case, or missing.
		approved: raw.status === undefined || wordIn(raw.status, '') === 'APPROVED',
		namespace: textIn(raw.namespace),
		components,
		variables: components.flatMap(variablesOf),
		unfillable: components.map(unfillableIn).find((part) => part !== null) ?? null,
	};
}

/** Returns the part that this node can't fill in. Meta rejects a template without all its values. */
function unfillableIn(component: IDataObject): string | null {
	const type = wordIn(component.type, '');
	if (!COMPONENTS.includes(type)) return inWords(type);
	if (type === 'HEADER') {
		const format = wordIn(component.format, 'TEXT');
		return HEADERS.includes(format) ? null : `${inWords(format)} header`;
	}
	const buttons = type === 'BUTTONS' ? objectsIn(component.buttons) : [];
	const button = buttons
		.map((entry) => wordIn(entry.type, 'URL'))
		.find((kind) => !BUTTONS.includes(kind));
	return button === undefined ? null : `${inWords(button)} button`;
}

function wordIn(value: unknown, otherwise: string): string {
	return (textIn(value) ?? otherwise).toUpperCase();
}

/** `COPY_CODE` → `a copy code`. */
function inWords(type: string): string {
	const words = type.toLowerCase().replace(/_/g, ' ');
	return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}

function variablesOf(component: IDataObject): TemplateVariable[] {
	const type = String(component.type).toLowerCase();
	const format = textIn(component.format) ?? 'TEXT';
	if (type === 'buttons') return buttonVariables(component);
	if (type !== 'header' && type !== 'body') return [];
	if (type === 'header' && MEDIA_HEADERS.includes(format.toUpperCase())) {
		return [{ id: 'header_media', label: `Header ${format.toLowerCase()} (URL)` }];
	}
	return namesIn(component.text).map((name) => ({
		id: `${type}_${name}`,
		label: `${type === 'body' ? 'Body' : 'Header'} {{${name}}}`,
	}));
}

/** The URL of a button may end with one variable. */
function buttonVariables(component: IDataObject): TemplateVariable[] {
	return objectsIn(component.buttons).flatMap((button, index) =>
		namesIn(button.url).length > 0
			? [{ id: `button_${index}`, label: `Button “${textIn(button.text) ?? index}”` }]
			: [],
	);
}

/** Returns the names in `{{1}}` or `{{name}}`, each once; numbers in ascending order. */
function namesIn(text: unknown): string[] {
	const names = [...(textIn(text) ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(names)].sort((one, other) => Number(one) - Number(other));
}

/** Returns the `template` of a message. Throws a FieldError for a variable that WhatsApp would reject. */
export function templateContent(template: FilledTemplate): IDataObject {
	return {
		name: template.name,
		language: { code: template.language },
		components: filledComponents(template),
	};
}

/** Returns a template's components with their values. Throws a FieldError for what WhatsApp would reject. */
export function filledComponents(template: FilledTemplate): IDataObject[] {
	if (template.unfillable) {
		throw new FieldError(
			'Template',
			`The template “${template.name}” has ${template.unfillable}, which this node can't fill in`,
			'Choose a template with text, a picture, a video, a document, links or quick replies.',
		);
	}
	const value = (id: string) => checkedValue(template, id);
	return template.components.flatMap((component) => filledComponent(component, value));
}

function checkedValue({ name, variables, values }: FilledTemplate, id: string): string {
	const text = values[id]?.trim() ?? '';
	const label = variables.find((variable) => variable.id === id)?.label ?? id;
	const refuse = (problem: string, advice: string) =>
		new FieldError('Template Variables', `“${label}” of the template “${name}” ${problem}`, advice);
	if (text === '') throw refuse('is empty', 'Give every variable of the template a value.');
	const rejected = REJECTED_IN_VALUES.find(([pattern]) => pattern.test(text));
	if (rejected) {
		const advice =
			'Write the value on one line, with single spaces. WhatsApp rejects it otherwise.';
		throw refuse(`contains ${rejected[1]}`, advice);
	}
	return text;
}

/** Source: the text of Meta's error 132018. */
const REJECTED_IN_VALUES: Array<[pattern: RegExp, name: string]> = [
	[/[\n\r\v\f\u0085\u2028\u2029]/, 'a line break'],
	[/\t/, 'a tab'],
	[/[^\S\t\n]{5}/, 'more than 4 spaces in a row'],
];

function filledComponent(component: IDataObject, value: (id: string) => string): IDataObject[] {
	const type = String(component.type).toLowerCase();
	const format = String(component.format ?? 'TEXT').toLowerCase();
	if (type === 'buttons') {
		return objectsIn(component.buttons).flatMap((button, index) =>
			namesIn(button.url).length > 0
				? [
						{
							type: 'button',
							sub_type: 'url',
							index: String(index),
							parameters: [{ type: 'text', text: value(`button_${index}`) }],
						},
					]
				: [],
		);
	}
	if (type !== 'header' && type !== 'body') return [];
	if (type === 'header' && MEDIA_HEADERS.includes(format.toUpperCase())) {
		const link = checkedUrl(value('header_media'), 'Template Variables');
		// WhatsApp shows a document without a name as “Untitled”.
		const filename = format === 'document' ? nameOfUrl(link) || undefined : undefined;
		return [{ type, parameters: [{ type: format, [format]: { link, filename } }] }];
	}
	const names = namesIn(component.text);
	if (names.length === 0) return [];
	const parameters = names.map((name) => ({
		type: 'text',
		text: value(`${type}_${name}`),
		// Named variables are matched by name, numbered ones by their order.
		...(/^\d+$/.test(name) ? {} : { parameter_name: name }),
	}));
	return [{ type, parameters }];
}
