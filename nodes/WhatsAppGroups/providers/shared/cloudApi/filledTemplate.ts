/**
 * The components that fill in a template. Source: Meta's Cloud API in general; Meta “Groups › Groups
 * messaging” (groups accept text and media templates).
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../contract/errors';
import type { FilledTemplate } from '../../../contract/operations';
import { checkedUrl, nameOfUrl } from '../../../contract/urls';
import { objectsIn } from '../../../contract/values';
import { mediaHeaderIn, namesIn } from './templates';

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
	return template.components.flatMap((component) => {
		const media = mediaHeaderIn(component);
		return media === undefined
			? filledComponent(component, value)
			: [filledHeader(media, value('header_media'), template.values.header_filename)];
	});
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

function filledHeader(kind: string, url: string, name = ''): IDataObject {
	const link = checkedUrl(url, 'Template Variables');
	// WhatsApp shows a document without a name as “Untitled”.
	const filename = kind === 'document' ? name.trim() || nameOfUrl(link) || undefined : undefined;
	return { type: 'header', parameters: [{ type: kind, [kind]: { link, filename } }] };
}

function filledComponent(component: IDataObject, value: (id: string) => string): IDataObject[] {
	const type = String(component.type).toLowerCase();
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
