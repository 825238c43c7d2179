import type { IConnections, INode, IPinData, IRunData } from 'n8n-workflow';

export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow as one file holds it. */
export interface WorkflowDraft {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	pinData?: IPinData;
}

export interface Workflow extends WorkflowDraft {
	id: string;
	active: boolean;
	versionId: string;
	/** What runs, in n8n 2: the workflow itself may have changes that aren't published yet. */
	activeVersion?: Pick<Workflow, 'versionId' | 'nodes' | 'connections'> | null;
}

export interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	stoppedAt: string | null;
}

export interface Execution extends ExecutionSummary {
	data: {
		resultData: { runData: IRunData; lastNodeExecuted?: string; error?: { message: string } };
	};
}

/** The editor's request for the entries of a node's drop-down list. */
export interface ListRequest {
	path: string;
	methodName: string;
	nodeTypeAndVersion: { name: string; version: number };
	currentNodeParameters: Record<string, unknown>;
	credentials: Record<string, { id: string; name: string }>;
	filter?: string;
}
