/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- development only: a login that works on this computer alone */
import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../sandbox';
import {
	moreExamples,
	productionUrl,
	readExample,
	readWorkflow,
	sandboxCredential,
	triggerOf,
	withCredential,
} from './examples';
import { N8nClient } from './n8nClient';
import { n8nVersion } from './n8nInstall';
import type { Credential, Owner, Workflow } from './n8nTypes';
import { pasteWebhook } from './pasteWebhook';
import { providerNames, type ProviderName } from './providers';
import { SandboxClient } from './sandboxClient';

export const owner: Owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Whatsapp-Groups-1',
};

export const participants = [
	{ id: '14155550101', name: 'Ana' },
	{ id: '14155550102', name: 'Ben' },
];

/**
 * Brings n8n and the sandbox together: the owner, credentials and examples, which n8n keeps from
 * start to start, and the groups and webhooks, which the sandbox forgets. Gives what did not work, in
 * words for the user.
 */
export async function setUp(n8nUrl: string, sandbox: Sandbox): Promise<string[]> {
	const n8n = new N8nClient(n8nUrl);
	await signIn(n8n);
	const before = await Promise.all((await n8n.workflows()).map(({ id }) => n8n.workflow(id)));
	const listening = before.filter((workflow) => workflow.active && triggerOf(workflow));

	const credentials: Partial<Record<ProviderName, Credential>> = {};
	const examples: Array<[SandboxClient, ProviderName, string]> = [];
	const webhookSecret = randomBytes(24).toString('hex');
	for (const provider of providerNames) {
		const client = new SandboxClient(sandbox.url, provider);
		await client.createGroup({ subject: 'Launch crew', participants });
		const credential = await n8n.saveCredential(
			sandboxCredential(provider, sandbox.accounts[provider], webhookSecret),
		);
		credentials[provider] = credential;
		const example =
			knownExample(before, provider) ?? (await importExample(n8n, provider, credential));
		if (!before.includes(example)) listening.unshift(example);
		examples.push([client, provider, productionUrl(n8nUrl, example)]);
	}
	await importMore(n8n, before, credentials.dialog360!);
	const notes = await registerAgain(n8n, listening);
	for (const [client, provider, url] of examples) {
		await pasteWebhook(client, provider, url, webhookSecret);
	}
	return notes;
}

async function signIn(n8n: N8nClient): Promise<void> {
	await n8n.signIn(owner).catch((error: Error) => {
		throw new Error(
			`${error.message}\nIf you changed the login of the demo's n8n, change it back to ${owner.email} and ${owner.password}. To start over, delete the folder .demo/user-${n8nVersion}.`,
		);
	});
}

function knownExample(workflows: Workflow[], provider: ProviderName): Workflow | undefined {
	const { name } = readExample(provider);
	return workflows.find((workflow) => workflow.name === name);
}

async function importExample(
	n8n: N8nClient,
	provider: ProviderName,
	credential: Credential,
): Promise<Workflow> {
	return await n8n.createWorkflow(withCredential(readExample(provider), credential));
}

/** The other examples wait to be looked at, changed and activated; 360dialog can do all of them. */
async function importMore(
	n8n: N8nClient,
	known: Workflow[],
	credential: Credential,
): Promise<void> {
	for (const file of moreExamples()) {
		const draft = readWorkflow(file);
		if (known.some(({ name }) => name === draft.name)) continue;
		await n8n.createWorkflow(withCredential(draft, credential));
	}
}

/** Workflows that stayed active would not register with a sandbox that has forgotten them. */
async function registerAgain(n8n: N8nClient, workflows: Workflow[]): Promise<string[]> {
	const notes: string[] = [];
	for (const { id, name, active } of workflows) {
		try {
			if (active) await n8n.deactivate(id);
			await n8n.activate(id);
		} catch (error) {
			notes.push(`The workflow "${name}" isn't published. ${(error as Error).message}`);
		}
	}
	return notes;
}
