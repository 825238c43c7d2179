import { resource } from '../Resource';
import { create } from './create.operation';
import { deleteGroup } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { join } from './join.operation';
import { leave } from './leave.operation';
import { update } from './update.operation';
import { updatePermissions } from './updatePermissions.operation';

export const group = resource(
	'group',
	'Group',
	[create, deleteGroup, get, getMany, join, leave, update, updatePermissions],
	'getMany',
);
