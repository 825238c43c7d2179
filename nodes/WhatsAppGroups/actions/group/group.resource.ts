import { resource } from '../Resource';
import { create } from './create.operation';
import { getMany } from './getMany.operation';

export const group = resource('group', 'Group', [create, getMany], 'getMany');
