import type { Operation } from '../../server/provider';
import { groupOperations } from './groupOperations';
import { mediaOperations } from './media';
import { messageOperations } from './messages';
import { peopleOperations } from './people';
import type { CloudNumber } from './state';

/** Meta's API, whoever serves it; contracts name the operations alike. */
export function cloudOperations(number: CloudNumber): Record<string, Operation> {
	return {
		...groupOperations(number),
		...peopleOperations(number),
		...messageOperations(number),
		...mediaOperations(number),
	};
}
