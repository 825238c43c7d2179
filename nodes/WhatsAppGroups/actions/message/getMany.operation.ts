import { groupField, returnAllFields } from '../fields';
import { operation } from '../Operation';
import { collectPages } from '../helpers/pages';

export const getMany = operation({
	key: 'message.getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get many messages of a group, as far as the provider keeps them',
	fields: [groupField, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		return await collectPages(
			parameters.limit(),
			async (page) => await call(request, { groupId, ...page }),
		);
	},
});
