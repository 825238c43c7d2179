import type { INodeProperties } from 'n8n-workflow';

import type { OutgoingMessage } from '../../contract/operations';
import { templateField } from '../fields';
import type { Parameters } from '../helpers/Parameters';

/**
 * The template and the values of its variables.
 *
 * @param path where the two parameters are, such as `options.`
 * @param resourceMapperMethod lists the variables of the template there
 */
function fieldsAt(path: string, resourceMapperMethod: string): INodeProperties[] {
	return [
		{
			...templateField,
			hint: 'WhatsApp charges for each member that the message is delivered to: 5 members, 5 charges',
		},
		{
			displayName: 'Template Variables',
			name: 'templateVariables',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: [`${path}template.value`],
				resourceMapper: {
					resourceMapperMethod,
					mode: 'add',
					fieldWords: { singular: 'variable', plural: 'variables' },
					addAllFields: true,
					supportAutoMap: false,
					noFieldsError: 'This template has no variables.',
				},
			},
			description: 'What to fill in for the variables of the template',
		},
	];
}

/** Of a message that is a template. */
export const templateFields = fieldsAt('', 'templateVariables').map((field) => ({
	...field,
	displayOptions: { show: { messageType: ['template'] } },
}));

/** Of the template that is sent in a message's place. n8n also requires options that aren't added. */
export const inPlaceFields = fieldsAt('options.', 'templateInPlaceVariables').map((field) => ({
	...field,
	required: false,
}));

type TemplateMessage = Extract<OutgoingMessage, { type: 'template' }>;

/** @param path where the parameters are, such as `options.` */
export async function readTemplate(
	parameters: Parameters,
	path = '',
): Promise<Pick<TemplateMessage, 'type' | 'template'>> {
	const template = await parameters.template(`${path}template`);
	const values = parameters.mapped(`${path}templateVariables`, template.variables);
	return { type: 'template', template: { ...template, values } };
}
