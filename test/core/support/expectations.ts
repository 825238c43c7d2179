import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { basicExpectations } from './basicExpectations';
import { groupExpectations } from './groupExpectations';
import { peopleExpectations } from './peopleExpectations';
import type { Expectation } from './setup';

/** Every operation has an expectation. A new one without fails the type check. */
export const expectations: Record<OperationKey, Expectation> = {
	...basicExpectations,
	...groupExpectations,
	...peopleExpectations,
};
