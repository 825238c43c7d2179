import { resource } from '../Resource';
import { approve } from './approve.operation';
import { getMany } from './getMany.operation';
import { reject } from './reject.operation';

export const joinRequest = resource(
	'joinRequest',
	'Join Request',
	[approve, getMany, reject],
	'getMany',
);
