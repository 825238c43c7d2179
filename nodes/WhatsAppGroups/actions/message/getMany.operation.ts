import { entriesOf } from '../../contract/pages';
import { groupFields, returnAllFields } from '../fields';
import { operation } from '../Operation';

export const getMany = operation({
	key: 'message.getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get many messages of a group, if the provider stores them',
	fields: [...groupFields, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		return await entriesOf(
			parameters.limit(),
			async (page) => await call(request, { groupId, ...page }),
		);
	},
});
