import type { INodeProperties } from 'n8n-workflow';

import { entriesOf } from '../../contract/pages';
import { groupFields, returnAllFields } from '../fields';
import { providers } from '../../providers';
import { operation } from '../Operation';

const keptNotices: INodeProperties[] = providers.flatMap(({ name, messagesKept = '' }) =>
	messagesKept === ''
		? []
		: [
				{
					displayName: messagesKept,
					name: `${name}MessagesKept`,
					type: 'notice',
					default: '',
					displayOptions: { show: { '/provider': [name] } },
				},
			],
);

export const getMany = operation({
	key: 'message.getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get many messages of a group, if the provider stores them',
	fields: [...groupFields, ...keptNotices, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		return await entriesOf(
			parameters.limit(),
			async (page) => await call(request, { groupId, ...page }),
		);
	},
});
