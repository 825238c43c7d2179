/**
 * Message templates of an account, and their variables.
 * Source: Meta's Cloud API in general (template objects with `components`); Meta “Groups › Groups
 * messaging” (groups accept text and media templates).
 */
import type { IDataObject } from 'n8n-workflow';

import type { Answer, Template, TemplateVariable } from '../../../contract/operations';
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
	if (type === 'buttons') return buttonVariables(component);
	if (type !== 'header' && type !== 'body') return [];
	const media = mediaHeaderIn(component);
	if (media !== undefined) {
		const url = { id: 'header_media', label: `Header ${media} (URL)` };
		return media === 'document' ? [url, DOCUMENT_NAME] : [url];
	}
	return namesIn(component.text).map((name) => ({
		id: `${type}_${name}`,
		label: `${type === 'body' ? 'Body' : 'Header'} {{${name}}}`,
	}));
}

const DOCUMENT_NAME = {
	id: 'header_filename',
	label: 'Header document (file name)',
	optional: true,
};

/** Returns the kind of file in a header: `image`, `video` or `document`; `undefined` for other components. */
export function mediaHeaderIn({ type, format }: IDataObject): string | undefined {
	const kind = wordIn(format, 'TEXT');
	return wordIn(type, '') === 'HEADER' && MEDIA_HEADERS.includes(kind)
		? kind.toLowerCase()
		: undefined;
}

/** The URL of a button may end with one variable. */
function buttonVariables(component: IDataObject): TemplateVariable[] {
	return objectsIn(component.buttons).flatMap((button, index) =>
		namesIn(button.url).length > 0
			? [
					{
						id: `button_${index}`,
						label: `Button “${textIn(button.text) ?? index}” (end of its URL)`,
					},
				]
			: [],
	);
}

/** Returns the names in `{{1}}` or `{{name}}`, each once; numbers in ascending order. */
export function namesIn(text: unknown): string[] {
	const names = [...(textIn(text) ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(names)].sort((one, other) => Number(one) - Number(other));
}
