import type { IDataObject } from 'n8n-workflow';

import type { Account, Call, ProviderRequest } from '../../../nodes/WhatsAppGroups/contract/http';
import type {
	Input,
	OperationKey,
	Output,
	ProviderCall,
} from '../../../nodes/WhatsAppGroups/contract/operations';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';

export interface FakeRequest extends ProviderRequest {
	/** The calls as they would be sent to the provider. */
	calls: Call[];
}

/** A transport that records each call and returns the prepared responses in turn. */
export function fakeRequest(
	account: Account,
	...prepared: Array<IDataObject | Error>
): FakeRequest {
	const calls: Call[] = [];
	// Only the transport uses the budget.
	const request = async (call: Call) => {
		// As JSON, which omits members without a value.
		calls.push(JSON.parse(JSON.stringify({ ...call, budget: undefined })) as Call);
		const answer = prepared.shift();
		if (answer === undefined) throw new Error(`No answer is prepared for ${call.path}`);
		if (answer instanceof Error) throw answer;
		return answer;
	};
	const download = async (url: string) => {
		throw new Error(`No file is prepared for ${url}`);
	};
	const wait = async () => {};
	return Object.assign(request, { account, calls, wait, download });
}

export async function perform<Key extends OperationKey>(
	provider: Provider,
	key: Key,
	request: ProviderRequest,
	input: Input<Key>,
): Promise<Output<Key>> {
	const call = provider.calls[key] as ProviderCall<Key> | undefined;
	if (call === undefined) throw new Error(`${provider.displayName} does not offer ${key}`);
	return await call(request, input);
}
