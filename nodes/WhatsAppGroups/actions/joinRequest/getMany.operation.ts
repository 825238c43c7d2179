import { groupField, returnAllFields } from '../fields';
import { operation } from '../Operation';
import { collectPages } from '../helpers/pages';

export const getMany = operation({
	key: 'joinRequest.getMany',
	name: 'Get Many',
	action: 'Get many join requests',
	description: 'Get many requests to join a group that are not answered yet',
	fields: [groupField, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const groupId = parameters.groupId();
		return await collectPages(
			parameters.limit(),
			async (page) => await call(request, { groupId, ...page }),
		);
	},
});
