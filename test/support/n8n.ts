/**
 * n8n around our nodes, with the real n8n-core: node types, credentials signed by their own
 * `authenticate`, and the data that n8n's server would add. HTTP requests are real.
 */
import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { A1BaseGroupsApi } from '../../credentials/A1BaseGroupsApi.credentials';
import { Dialog360GroupsApi } from '../../credentials/Dialog360GroupsApi.credentials';
import { MetaCloudGroupsApi } from '../../credentials/MetaCloudGroupsApi.credentials';
import { OneMsgGroupsApi } from '../../credentials/OneMsgGroupsApi.credentials';
import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';

/** Passes on its input: the node before the one under test. */
export const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

const types: Record<string, INodeType> = {
	start,
	whatsAppGroups: new WhatsAppGroups(),
	whatsAppGroupsTrigger: new WhatsAppGroupsTrigger(),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => types[name]!,
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name]!, version),
	getKnownTypes: () => ({}),
};

export const credentialTypes: Record<string, ICredentialType> = Object.fromEntries(
	[
		new Dialog360GroupsApi(),
		new OneMsgGroupsApi(),
		new A1BaseGroupsApi(),
		new MetaCloudGroupsApi(),
	].map((type) => [type.name, type]),
);

/** Values by credential type. Others have the defaults of the credential's fields. */
export type CredentialValues = Record<string, ICredentialDataDecryptedObject>;

export function withDefaults(
	type: string,
	values: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const defaults = credentialTypes[type]!.properties.map((field) => [field.name, field.default]);
	return { ...Object.fromEntries(defaults), ...values };
}

class TestCredentials extends ICredentialsHelper {
	constructor(private readonly values: CredentialValues) {
		super();
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties(type: string) {
		return credentialTypes[type]!.properties;
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('not needed here');
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	async getDecrypted(
		...[, , type, mode, executeData, , resolve]: Parameters<ICredentialsHelper['getDecrypted']>
	): Promise<ICredentialDataDecryptedObject> {
		const values = withDefaults(type, this.values[type]!);
		if (resolve === undefined) return values;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = resolve;
		return workflow.expression.getParameterValue(
			values as INodeParameters,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
		) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const authenticate = credentialTypes[type]?.authenticate;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const headers = Object.entries(authenticate?.properties.headers ?? {}).map(([name, value]) => [
			name,
			workflow.expression.getParameterValue(
				value as string,
				null,
				0,
				0,
				node.name,
				[],
				'internal',
				{
					$credentials: credentials as IDataObject,
				},
			),
		]);
		return { ...options, headers: { ...options.headers, ...Object.fromEntries(headers) } };
	}
}

/** Every address must be absolute, or expressions fail. */
export function additionalData(
	credentials: CredentialValues,
	more: object = {},
): IWorkflowExecuteAdditionalData {
	const workflow = { id: 'wf', name: 'wf', active: false, nodes: [], connections: {} };
	return {
		credentialsHelper: new TestCredentials(credentials),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		setExecutionStatus() {},
		webhookBaseUrl: 'http://n8n.test/webhook',
		webhookTestBaseUrl: 'http://n8n.test/webhook-test',
		webhookWaitingBaseUrl: 'http://n8n.test/webhook-waiting',
		formWaitingBaseUrl: 'http://n8n.test/form-waiting',
		instanceBaseUrl: 'http://n8n.test',
		restApiUrl: '',
		hooks: new ExecutionLifecycleHooks('manual', '1', workflow as never),
		...more,
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** References to the credentials, as a saved node has them. */
export function credentialReferences(values: CredentialValues): INode['credentials'] {
	return Object.fromEntries(Object.keys(values).map((type) => [type, { id: type, name: type }]));
}
