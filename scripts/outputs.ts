import type { OperationKey, Returned } from '../nodes/WhatsAppGroups/contract/operations';

/** The item that each operation returns with “Simplify”, beside `provider`. */
export type Outputs = { [Key in OperationKey]: Returned<Key> };
