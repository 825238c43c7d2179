import { entriesOf } from '../../contract/pages';
import { groupFields, returnAllFields } from '../fields';
import { operation } from '../Operation';

export const getMany = operation({
	key: 'joinRequest.getMany',
	name: 'Get Many',
	action: 'Get many join requests',
	description: 'Get many pending requests to join a group',
	fields: [...groupFields, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		return await entriesOf(
			parameters.limit(),
			async (page) => await call(request, { groupId, ...page }),
		);
	},
});
