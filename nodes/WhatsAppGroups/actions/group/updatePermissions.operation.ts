import type { Permission } from '../../contract/operations';
import { groupField } from '../fields';
import { operation } from '../Operation';

const PERMISSIONS: Permission[] = ['everyoneEdits', 'everyoneWrites', 'adminsEdit', 'adminsWrite'];

export const updatePermissions = operation({
	key: 'group.updatePermissions',
	name: 'Update Permissions',
	action: 'Update group permissions',
	description: 'Choose who can write in a group and who can edit its info',
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
			description: 'The permission to set. The others stay as they are.',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			permission: parameters.oneOf('permission', 'Permission', PERMISSIONS),
		}),
});
