/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- development only: a login that works on this computer alone */
import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../sandbox';
import type { Group } from '../sandbox/world/model';
import {
	onProvider,
	productionUrl,
	readExample,
	sandboxCredential,
	triggerOf,
	withCredential,
} from './examples';
import { groupIdsIn, groupNamesIn, movedTo, pinnedIn, withGroup } from './fillIn';
import { N8nClient } from './n8nClient';
import { n8nVersion } from './n8nInstall';
import type { N8nNodes } from './n8nNodes';
import type { Credential, Owner, Workflow, WorkflowDraft } from './n8nTypes';
import { pasteWebhook } from './pasteWebhook';
import { placeExamples, type PlacedExample } from './placement';
import { providerNames, type ProviderName } from './providers';
import { SandboxClient } from './sandboxClient';
import { textToTry } from './tryOut';

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

const firstGroup = 'Launch crew';

/** What an example uses at its provider. */
interface Account {
	client: SandboxClient;
	credential: Credential;
	/** By name. */
	groups: Map<string, Group>;
}

/**
 * Brings n8n and the sandbox together: the owner, credentials and examples, which n8n keeps from
 * start to start, and the groups and webhooks, which the sandbox forgets. Gives what did not work, in
 * words for the user.
 *
 * @param nodes of this n8n
 */
export async function setUp(n8nUrl: string, sandbox: Sandbox, nodes: N8nNodes): Promise<string[]> {
	const n8n = new N8nClient(n8nUrl);
	await signIn(n8n);
	const before = await Promise.all((await n8n.workflows()).map(({ id }) => n8n.workflow(id)));
	const webhookSecret = randomBytes(24).toString('hex');
	const firstSteps = providerNames.map((provider) => {
		return { draft: readExample(provider), provider, publish: true };
	});
	const active = before.filter((workflow) => workflow.active && triggerOf(workflow));
	const toPublish = new Map(active.map(asPublished).map(({ id, versionId }) => [id, versionId]));
	// n8n lists the newest workflows first, so the ones to begin with come last.
	const others = placeExamples(nodes).reverse();
	others.sort((a, b) => Number(a.publish) - Number(b.publish));
	const accounts = {} as Record<ProviderName, Account>;
	for (const provider of providerNames) {
		const client = new SandboxClient(sandbox.url, provider);
		const groups = await createGroups(
			client,
			others.filter((example) => example.provider === provider),
		);
		const draft = sandboxCredential(provider, sandbox.accounts[provider], webhookSecret);
		accounts[provider] = { client, groups, credential: await n8n.saveCredential(draft) };
	}
	for (const example of [...others, ...firstSteps]) {
		const { draft, provider, publish } = example;
		const account = accounts[provider];
		const known = before.find(({ name }) => name === draft.name);
		if (known) {
			const version = await move(n8n, known, groupOf(example, account));
			if (toPublish.has(known.id)) toPublish.set(known.id, version);
		} else {
			const { id, versionId } = await n8n.createWorkflow(prepared(example, account));
			if (publish) toPublish.set(id, versionId);
		}
	}
	const { published, notes } = await publishAgain(n8n, toPublish);
	for (const provider of providerNames) {
		const { client } = accounts[provider];
		const listening = published.filter((workflow) => providerOf(workflow) === provider);
		await client.offerToTry(listening.flatMap(toTry));
		const last = listening[listening.length - 1];
		if (last) await pasteWebhook(client, provider, productionUrl(n8nUrl, last), webhookSecret);
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

/** The example as its note says to set it up, beside the other workflows of the number. */
function prepared(example: PlacedExample, account: Account): WorkflowDraft {
	const { draft, provider } = example;
	const group = groupOf(example, account);
	const filledIn = withGroup(onProvider(draft, provider), group);
	const workflow = withCredential(filledIn, account.credential);
	const trigger = triggerOf(workflow);
	if (trigger) {
		const groups = isToTry(example) ? [group.id] : undefined;
		trigger.parameters = { ...trigger.parameters, groups, onOccupied: 'addBeside' };
	}
	return { ...workflow, pinData: pinnedIn(group, draft) };
}

/** Creates the groups that examples need. The page lists the newest first, so the one to begin with comes last. */
async function createGroups(client: SandboxClient, examples: PlacedExample[]) {
	const own = examples.filter(isToTry).map(({ draft }) => draft.name);
	const named = examples.flatMap(({ draft }) => groupNamesIn(draft));
	const groups = new Map<string, Group>();
	for (const subject of new Set([...named, ...own, firstGroup])) {
		groups.set(subject, await client.createGroup({ subject, participants }));
	}
	return groups;
}

/** An example to try has a group of its own, so that a message there has one answer. */
function groupOf({ draft }: PlacedExample, { groups }: Account): Group {
	return groups.get(draft.name) ?? groups.get(firstGroup)!;
}

function isToTry({ draft, publish }: PlacedExample): boolean {
	return publish && textToTry(draft) !== undefined;
}

/** A workflow as it runs, without the changes that its owner hasn't published. */
function asPublished(workflow: Workflow): Workflow {
	const { nodes, connections, versionId } = workflow.activeVersion ?? workflow;
	return { ...workflow, nodes, connections, versionId };
}

/**
 * Moves an example from an earlier start to a group that exists now. Returns the version to publish:
 * without changes that aren't published, which stay in the draft.
 */
async function move(n8n: N8nClient, draft: Workflow, group: Group): Promise<string> {
	const save = async (workflow: Workflow, versionId: string) => {
		const pinData = pinnedIn(group, draft);
		return await n8n.saveWorkflow({ ...movedTo(group, workflow), pinData, versionId });
	};
	const published = asPublished(draft);
	const { versionId } = await save(published, draft.versionId);
	if (published.versionId !== draft.versionId) await save(draft, versionId);
	return versionId;
}

/**
 * Publishes versions of workflows, by the workflows' IDs. Workflows that stayed active would not
 * register with a sandbox that has forgotten them.
 */
async function publishAgain(n8n: N8nClient, versions: Map<string, string>) {
	const published: Workflow[] = [];
	const notes: string[] = [];
	for (const [id, versionId] of versions) {
		const { name, active } = await n8n.workflow(id);
		try {
			if (active) await n8n.deactivate(id);
			await n8n.activate(id, versionId);
			published.push(asPublished(await n8n.workflow(id)));
		} catch (error) {
			notes.push(`The workflow "${name}" isn't published. ${(error as Error).message}`);
		}
	}
	return { published, notes };
}

function providerOf(workflow: WorkflowDraft): unknown {
	return triggerOf(workflow)?.parameters.provider;
}

function toTry(workflow: Workflow) {
	const text = textToTry(workflow);
	const groupId = groupIdsIn(workflow)[0];
	return text === undefined ? [] : [{ text, example: workflow.name, groupId }];
}
