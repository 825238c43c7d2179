import type { Operation } from '../../server/provider';
import { groupOperations } from './groups';
import { sendOperations } from './sends';
import type { Account } from './state';
import { threadOperations } from './threads';

export function operations(account: Account): Record<string, Operation> {
	return {
		...sendOperations(account),
		...threadOperations(account),
		...groupOperations(account),
	};
}
