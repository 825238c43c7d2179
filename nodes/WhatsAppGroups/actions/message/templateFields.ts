import type { INodeProperties } from 'n8n-workflow';

import type { OutgoingMessage } from '../../contract/operations';
import { templateField } from '../fields';
import type { Parameters } from '../helpers/Parameters';

const costs = {
	hint: 'WhatsApp charges for each member that the message is delivered to: 5 members, 5 charges',
};

/** Of a message that is a template. */
export const templateFields: INodeProperties[] = [
	{ ...templateField, ...costs, displayOptions: { show: { messageType: ['template'] } } },
	{
		displayName: 'Template Variables',
		name: 'templateVariables',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: ['template.value'],
			resourceMapper: {
				resourceMapperMethod: 'templateVariables',
				mode: 'add',
				fieldWords: { singular: 'variable', plural: 'variables' },
				addAllFields: true,
				supportAutoMap: false,
				noFieldsError: 'This template has no variables.',
			},
		},
		description: 'What to fill in for the variables of the template',
		displayOptions: { show: { messageType: ['template'] } },
	},
];

/** Of the template that is sent in a message's place. n8n's editor shows no resource mapper in options. */
export const inPlaceFields: INodeProperties[] = [
	// n8n also requires options that aren't added.
	{ ...templateField, ...costs, required: false },
	{
		displayName: 'Template Variables',
		name: 'templateVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Variable',
		default: {},
		description: 'What to fill in for each variable of the template',
		options: [
			{
				displayName: 'Variables',
				name: 'values',
				values: [
					{
						displayName: 'Variable Name or ID',
						name: 'variable',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getVariablesInPlace',
							loadOptionsDependsOn: ['options.template.value'],
						},
						default: '',
						description:
							'A variable of the template. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Monday at 9:00',
						description: 'The text to fill in',
					},
				],
			},
		],
	},
];

type TemplateMessage = Extract<OutgoingMessage, { type: 'template' }>;

export async function readTemplate(
	parameters: Parameters,
): Promise<Pick<TemplateMessage, 'type' | 'template'>> {
	const template = await parameters.template();
	const values = parameters.mapped('templateVariables', template.variables);
	return { type: 'template', template: { ...template, values } };
}

/** Reads the template that is sent in a message's place. */
export async function readTemplateInPlace(
	parameters: Parameters,
): Promise<Pick<TemplateMessage, 'type' | 'template'>> {
	const template = await parameters.template('options.template');
	const values = parameters.listed(
		'options.templateVariables',
		'Template Variables',
		template.variables,
	);
	return { type: 'template', template: { ...template, values } };
}
