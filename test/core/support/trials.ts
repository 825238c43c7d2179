import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { basicTrials } from './basicTrials';
import { groupTrials } from './groupTrials';
import { peopleTrials } from './peopleTrials';
import type { Trial } from './scene';

/** Every operation has a trial: a new one without fails the type check. */
export const trials: Record<OperationKey, Trial> = {
	...basicTrials,
	...groupTrials,
	...peopleTrials,
};
