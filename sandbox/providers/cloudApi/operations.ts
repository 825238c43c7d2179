import type { Operation } from '../../server/provider';
import { groupOperations } from './groupOperations';
import { mediaOperations } from './media';
import { messageOperations } from './messages';
import { peopleOperations } from './people';
import type { CloudNumber } from './state';

/** Meta's API, as Meta and 360dialog serve it. Both contracts use the same operation names. */
export function cloudOperations(number: CloudNumber): Record<string, Operation> {
	return {
		...groupOperations(number),
		...peopleOperations(number),
		...messageOperations(number),
		...mediaOperations(number),
	};
}
