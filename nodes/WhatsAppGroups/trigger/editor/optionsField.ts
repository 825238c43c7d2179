import type { INodeProperties } from 'n8n-workflow';

import { providersWhere } from '../../providers';

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Add Group Name',
			name: 'addGroupName',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the group's name to every event, in group.subject. The node asks the provider at most once per group in 5 minutes. If that fails, the name is null.",
		},
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			default: false,
			description:
				'Whether to download the files of messages, up to 100 MB each. If a download fails, message.media.error has the reason.',
		},
		{
			displayName: 'Include Raw',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: "Whether to add the provider's whole delivery as raw",
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			description: 'The name of the output field for a downloaded file',
		},
		{
			displayName: 'Remove Duplicates',
			name: 'dedupe',
			type: 'boolean',
			default: true,
			description:
				'Whether to ignore an event that the provider delivers again. With several webhook processes, both can start an execution at the same moment. The documentation about scaling says what to do.',
		},
		{
			displayName: 'Require Signature',
			name: 'requireSignature',
			type: 'boolean',
			default: false,
			description:
				'Whether to reject unsigned deliveries, even if the secret is right. The provider does not document a signature for every delivery.',
			displayOptions: {
				show: {
					'/provider': providersWhere(
						({ secretIn, verifySignature }) =>
							secretIn !== undefined && verifySignature !== undefined,
					),
				},
			},
		},
	],
};
