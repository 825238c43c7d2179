import type { Permission } from '../../contract/operations';
import { groupField } from '../fields';
import { operation } from '../Operation';

export const updatePermissions = operation({
	key: 'group.updatePermissions',
	name: 'Update Permissions',
	action: 'Update group permissions',
	description: 'Choose who may write in a group and who may change its info',
	fields: [
		groupField,
		{
			displayName: 'Permission',
			name: 'permission',
			type: 'options',
			options: [
				{ name: 'Everyone Edits the Info', value: 'everyoneEdits' },
				{ name: 'Everyone Writes', value: 'everyoneWrites' },
				{ name: 'Only Admins Edit the Info', value: 'adminsEdit' },
				{ name: 'Only Admins Write', value: 'adminsWrite' },
			],
			default: 'everyoneWrites',
			description: 'The permission to set; the other stays as it is',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			permission: parameters.value('permission') as Permission,
		}),
});
