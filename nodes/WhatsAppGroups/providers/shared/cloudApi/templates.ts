/**
 * Message templates: their variables, and the components that fill them in.
 * Source: Meta's Cloud API in general (template objects with `components`); that groups take text
 * and media templates: Meta “Groups › Groups messaging”.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../contract/errors';
import type { FilledTemplate, Template, TemplateVariable } from '../../../contract/operations';
import { objectsIn, textIn } from '../../../contract/values';

const MEDIA_HEADERS = ['IMAGE', 'VIDEO', 'DOCUMENT'];

/** Only approved templates can be sent. The word comes in capitals or small letters, or not at all. */
export function isApproved({ status }: IDataObject): boolean {
	return status === undefined || /^approved$/i.test(String(status));
}

export function templateIn(raw: IDataObject): Template {
	const components = objectsIn(raw.components);
	return {
		name: textIn(raw.name) ?? '',
		language: textIn(raw.language) ?? '',
		namespace: textIn(raw.namespace),
		components,
		variables: components.flatMap(variablesOf),
	};
}

function variablesOf(component: IDataObject): TemplateVariable[] {
	const type = String(component.type).toLowerCase();
	const format = String(component.format ?? 'TEXT');
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

/** A button's address may end in one variable. */
function buttonVariables(component: IDataObject): TemplateVariable[] {
	return objectsIn(component.buttons).flatMap((button, index) =>
		namesIn(button.url).length > 0
			? [{ id: `button_${index}`, label: `Button “${textIn(button.text) ?? index}”` }]
			: [],
	);
}

/** `{{1}}` or `{{name}}`, each once; numbers in their order, whatever their places in the text. */
function namesIn(text: unknown): string[] {
	const names = [...(textIn(text) ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(names)].sort((one, other) => Number(one) - Number(other));
}

/** The `template` object of a message. Every variable needs a value. */
export function templateContent(template: FilledTemplate): IDataObject {
	return {
		name: template.name,
		language: { code: template.language },
		components: filledComponents(template),
	};
}

export function filledComponents(template: FilledTemplate): IDataObject[] {
	const value = (id: string) => {
		const text = template.values[id]?.trim();
		if (text) return text;
		const label = template.variables.find((variable) => variable.id === id)?.label ?? id;
		throw new FieldError(
			'Template Variables',
			`“${label}” of the template “${template.name}” is empty`,
			'Give every variable of the template a value.',
		);
	};
	return template.components.flatMap((component) => filledComponent(component, value));
}

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
		const parameter = { type: format, [format]: { link: value('header_media') } };
		return [{ type, parameters: [parameter] }];
	}
	const names = namesIn(component.text);
	if (names.length === 0) return [];
	const parameters = names.map((name) => ({
		type: 'text',
		text: value(`${type}_${name}`),
		// Named variables are told by name, numbered ones by their order.
		...(/^\d+$/.test(name) ? {} : { parameter_name: name }),
	}));
	return [{ type, parameters }];
}
