import type { Permission } from '../../contract/operations';
import { groupFields } from '../fields';
import { operation } from '../Operation';

const PERMISSIONS: Permission[] = ['everyoneEdits', 'everyoneWrites', 'adminsEdit', 'adminsWrite'];

export const updatePermissions = operation({
	key: 'group.updatePermissions',
	name: 'Update Permissions',
	action: 'Update group permissions',
	description: 'Choose who can send messages to a group, or who can edit its info',
	fields: [
		...groupFields,
		{
			displayName: 'Permission',
			name: 'permission',
			type: 'options',
			options: [
				{ name: 'Everyone Can Edit Group Info', value: 'everyoneEdits' },
				{ name: 'Everyone Can Send Messages', value: 'everyoneWrites' },
				{ name: 'Only Admins Can Edit Group Info', value: 'adminsEdit' },
				{ name: 'Only Admins Can Send Messages', value: 'adminsWrite' },
			],
			default: 'everyoneWrites',
			description: 'The permission to change. The other one stays as it is.',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			permission: parameters.oneOf('permission', 'Permission', PERMISSIONS),
		}),
});
