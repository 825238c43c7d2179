import { groupFields, returnAllFields } from '../fields';
import { operation } from '../Operation';

export const getMany = operation({
	key: 'participant.getMany',
	name: 'Get Many',
	action: 'Get many members',
	description: 'Get many members of a group',
	fields: [...groupFields, ...returnAllFields],
	execute: async (call, request, parameters) => {
		const answers = await call(request, { groupId: parameters.groupId() });
		return answers.slice(0, parameters.limit());
	},
});
