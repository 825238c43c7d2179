import { operations as all } from '../../../nodes/WhatsAppGroups/actions';
import type { Operation } from '../../../nodes/WhatsAppGroups/actions/Operation';
import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';

type Plain = Operation & { key: OperationKey };

/** The operations that are one provider call. The others have tests of their own. */
export const operations = all.filter((one): one is Plain => one.key === one.call);
