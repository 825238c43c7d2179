import { resource } from '../Resource';
import { add } from './add.operation';
import { demote } from './demote.operation';
import { getMany } from './getMany.operation';
import { promote } from './promote.operation';
import { remove } from './remove.operation';

export const participant = resource(
	'participant',
	'Member',
	[add, demote, getMany, promote, remove],
	'getMany',
);
