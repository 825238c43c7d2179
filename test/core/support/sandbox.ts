/** The sandbox of a test file, and the nodes run against it. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Group } from '../../../sandbox/world/model';
import type { ProviderName } from '../../../sandbox/providers';
import { client, controlOf } from '../../sandbox/support';
import { runAction, type Input, type Run } from '../../support/action';
import { firstOf } from '../../support/firstOf';
import type { CredentialValues } from '../../support/n8n';

export const displayNames: Record<ProviderName, string> = {
	dialog360: '360dialog',
	oneMsg: '1MSG',
	a1Base: 'A1Base',
	metaCloud: 'Meta Cloud API',
};

/** Differences from an account that works: a key that nobody has. */
export const unknownKeys: Record<ProviderName, IDataObject> = {
	dialog360: { apiKey: 'key-of-nobody' },
	oneMsg: { apiKey: 'key-of-nobody', channelId: '123456' },
	a1Base: { apiKey: 'key-of-nobody' },
	metaCloud: { accessToken: 'token-of-nobody' },
};

/** The message of errors about such a key. */
export const unknownKey =
	/(360dialog|1MSG|A1Base|Meta) does not accept (the|this) (API key|access token)/;

const credentialTypes: Record<ProviderName, string> = {
	dialog360: 'dialog360GroupsApi',
	oneMsg: 'oneMsgGroupsApi',
	a1Base: 'a1BaseGroupsApi',
	metaCloud: 'metaCloudGroupsApi',
};

export type Control = ReturnType<typeof controlOf>;

interface Options extends Input {
	/** Differences from the sandbox's account. */
	account?: IDataObject;
	onError?: INode['onError'];
	/** Of n8n's “Retry On Fail”. */
	tries?: number;
}

export interface TestSandbox {
	readonly url: string;
	readonly accounts: Sandbox['accounts'];
	control(provider: ProviderName): Control;
	credentials(provider: ProviderName, more?: IDataObject): CredentialValues;
	/** Runs one operation of the action node. */
	run(
		provider: ProviderName,
		operation: OperationKey,
		parameters: INodeParameters,
		options?: Options,
	): Promise<Run>;
}

/** Starts one sandbox for the tests of a file, and resets it before each. */
export function useSandbox(): TestSandbox {
	jest.setTimeout(30_000); // the first start loads n8n-core and reads four contracts
	let started: Sandbox;
	beforeAll(async () => {
		started = await startSandbox({ port: 0 });
	});
	beforeEach(async () => {
		await client(started.url).post('/sandbox/reset');
	});
	afterAll(async () => await started.close());

	const credentials: TestSandbox['credentials'] = (provider, more = {}) => ({
		[credentialTypes[provider]]: {
			...started.accounts[provider],
			...more,
		} as CredentialValues[string],
	});
	return {
		get url() {
			return started.url;
		},
		get accounts() {
			return started.accounts;
		},
		control: (provider) => controlOf(started, provider),
		credentials,
		run: async (provider, key, parameters, { account, ...options } = {}) => {
			const [resource, operation] = key.split('.');
			return await runAction({
				parameters: { provider, resource, operation, ...parameters },
				credentials: credentials(provider, account),
				...options,
			});
		},
	};
}

/** The group field, as the editor stores it. */
export function groupField(value: Group | string): INodeParameters {
	const id = typeof value === 'string' ? value : value.id;
	return { __rl: true, mode: 'id', value: id } as unknown as INodeParameters;
}

/** The one failed item of a run with continue on fail. */
export function failureIn({ items, error }: Run) {
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	return firstOf(items).json as { error: string; details: Details };
}

export interface Details {
	description: string;
	httpStatus?: number;
	status?: string;
}
