import { refuse } from './errors';
import { templates, type Template } from './templates';

interface Parameter {
	type: string;
	text?: string;
	parameter_name?: string;
	group_id?: string;
}

export interface TemplateMessage {
	name: string;
	language: { code: string };
	components?: Array<{ type: string; parameters?: Parameter[] }>;
}

/** The text of a template message. Rejects one that does not fit its template. */
export function filledTemplate(message: TemplateMessage) {
	const { name, language } = message;
	const template = templates.find((one) => one.name === name && one.language === language.code);
	if (!template) throw refuse(132001, `${name} does not exist in ${language.code}`);
	const given = (type: 'HEADER' | 'BODY') =>
		message.components?.find((component) => component.type.toUpperCase() === type)?.parameters ??
		[];
	const header = template.components.find(({ type }) => type === 'HEADER');
	checkHeader(header?.format, given('HEADER'));
	const body = template.components.find(({ type }) => type === 'BODY')?.text ?? '';
	return { template, text: fill(body, given('BODY'), template), parameters: given('BODY') };
}

export const isInvitation = ({ library_template_name: from }: Template) =>
	from === 'group_invite_link';

function checkHeader(format: string | undefined, parameters: Parameter[]): void {
	const [parameter] = parameters;
	const expected = format ? 1 : 0;
	if (parameters.length !== expected) {
		throw refuse(132000, `header: ${expected} expected, ${parameters.length} given`);
	}
	if (format && parameter?.type.toUpperCase() !== format) {
		throw refuse(131009, `header: the template requires ${format}`);
	}
}

/** Each placeholder once: named ones by `parameter_name`, the others by their order. */
function fill(text: string, parameters: Parameter[], template: Template): string {
	const names = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
	if (parameters.length !== names.length) {
		throw refuse(132000, `body: ${names.length} expected, ${parameters.length} given`);
	}
	const type = isInvitation(template) ? 'group_id' : 'text';
	if (parameters.some((parameter) => parameter.type !== type || !parameter[type])) {
		throw refuse(131009, `body: parameters of the type ${type} are expected`);
	}
	const valueOf = (name: string) => {
		const parameter =
			template.parameter_format === 'NAMED'
				? parameters.find(({ parameter_name: given }) => given === name)
				: parameters[names.indexOf(name)];
		if (!parameter) throw refuse(132000, `body: ${name} is missing`);
		return parameter[type] ?? '';
	};
	return text.replace(/{{(\w+)}}/g, (_all, name: string) => valueOf(name));
}
