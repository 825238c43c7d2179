import type { INodeProperties } from 'n8n-workflow';

import { templateField } from '../fields';

const shown = { show: { messageType: ['template'] } };

export const templateFields: INodeProperties[] = [
	{ ...templateField, displayOptions: shown },
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
		displayOptions: shown,
	},
];
