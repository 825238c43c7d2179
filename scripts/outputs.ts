import type { OperationKey, Returned } from '../nodes/WhatsAppGroups/contract/operations';
import type { Answered } from '../nodes/WhatsAppGroups/waiting/decision';

/** The item that each operation returns with “Simplify”, beside `provider`. */
export type Outputs = { [Key in OperationKey]: Returned<Key> } & {
	'message.sendAndWait': Answered;
};
