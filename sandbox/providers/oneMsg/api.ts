import type { Operation } from '../../server/provider';
import { channelOperations } from './channel';
import { groupOperations } from './groups';
import { listOperations } from './lists';
import { mediaOperations } from './media';
import { sendOperations } from './sends';
import type { Channel } from './state';

export function operations(channel: Channel): Record<string, Operation> {
	return {
		...groupOperations(channel),
		...sendOperations(channel),
		...mediaOperations(channel),
		...listOperations(channel),
		...channelOperations(channel),
	};
}
