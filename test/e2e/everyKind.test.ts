/** Every kind of event and content: from the sandbox's page to the run of a workflow in a real n8n. */
import type { IDataObject, INode } from 'n8n-workflow';
import type { Browser, Locator, Page } from 'playwright-core';
import { triggerType, withCredential } from '../../demo/examples';
import type { Workflow } from '../../demo/n8nTypes';
import { providerNames, providers, type ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import { isObject } from '../../nodes/WhatsAppGroups/contract/values';
import { providerNamed } from '../../nodes/WhatsAppGroups/providers';
import type { Group } from '../../sandbox/world/model';
import { byId, runInARow } from './support/actions';
import { browserPath, openBrowser } from './support/browser';
import { undocumentedIn } from './support/documentedEvents';
import { ana, Stage } from './support/stage';

jest.setTimeout(300_000);

// Needs a Chromium on this machine.
const describeInBrowser = browserPath ? describe : describe.skip;

const ben = { id: '14155550102', name: 'Ben' };
const dan = { id: '14155550104', name: 'Dan' };
const eve = { id: '14155550199', name: 'Eve', unreachable: true };

/** A part of an event. */
type Expected = { event: string } & IDataObject;

const received = (type: string, content: IDataObject = {}): Expected => ({
	event: 'message.received',
	message: { type, ...content },
});
const text = (words: string, more: IDataObject = {}): Expected => ({
	...received('text', { text: words }),
	...more,
});

/** What is sent by “Attach …”. 1MSG's own form says less of a place and a button than Meta's. */
const attached: Record<string, (provider: ProviderName) => Expected> = {
	Photo: () => received('image'),
	Video: () => received('video'),
	'Audio file': (at) => received('audio', { media: { voice: at === 'a1Base' ? null : false } }),
	'Voice message': () => received('audio', { media: { voice: true } }),
	Document: (at) =>
		received('document', { media: { fileName: at === 'oneMsg' ? null : 'paper.pdf' } }),
	Sticker: () => received('sticker'),
	Location: (at) => {
		const name = at === 'oneMsg' ? null : 'Brandenburg Gate';
		return received('location', { location: { latitude: 52.5163, longitude: 13.3777, name } });
	},
	Contact: () => received('contacts', { contacts: [{ name: 'Ben', phones: [ben.id] }] }),
	'Tapped button': (at) => {
		const payload = at === 'oneMsg' ? null : 'yes';
		return received('button', { text: 'Yes', button: { text: 'Yes', payload } });
	},
	'List choice': () =>
		received('interactive', { text: 'Tomorrow', button: { payload: 'tomorrow' } }),
	'Something no API reports': () => received('unsupported', { text: null }),
};

describeInBrowser('every kind of event', () => {
	let stage: Stage;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		stage = await Stage.create();
		browser = await openBrowser();
	});
	beforeEach(async () => {
		page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		page.setDefaultTimeout(30_000);
	});
	afterEach(async () => await page.close());
	afterAll(async () => {
		expect(await stage?.secretsInLog()).toEqual([]);
		await browser?.close();
		await stage?.close();
	});

	it.each(providerNames)('at %s', async (provider) => {
		const workflow = await activated(provider);
		const participants = [ana, ben, dan, eve];
		const group = await stage.at(provider).createGroup({ subject: 'Launch crew', participants });
		await page.goto(stage.sandbox.url);
		await page.getByText(providers[provider].label, { exact: true }).click();

		const expected = [
			...(await writeAsAna(provider)),
			...(await sendAsBusiness(provider, group)),
			...(provider === 'a1Base' ? await inviteBusiness() : await hideNumber()),
		];
		if (provider === 'dialog360' || provider === 'metaCloud') {
			expected.push(...(await comeAndGo(provider)), ...(await manage(provider, group)));
		}

		const events = await until('all events', async () => {
			const found = await eventsOf(provider, workflow);
			return found.length >= expected.length && found;
		});
		expect(countsOf(events)).toEqual(countsOf(expected));
		for (const part of expected) expect(events).toContainEqual(like(part));
		expect(events.flatMap(undocumentedIn)).toEqual([]);
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
		await stage.n8n.deactivate(workflow.id);
	});

	async function activated(provider: ProviderName): Promise<Workflow> {
		const trigger: INode = {
			id: 'trigger',
			name: 'Trigger',
			type: triggerType,
			typeVersion: 1,
			position: [0, 0],
			parameters: { provider, events: providerNamed(provider)!.events },
		};
		const draft = { name: 'Every kind', nodes: [trigger], connections: {} };
		const credential = await stage.credential(provider);
		const workflow = await stage.n8n.createWorkflow(withCredential(draft, credential));
		await stage.activate(provider, workflow);
		return workflow;
	}

	async function writeAsAna(provider: ProviderName): Promise<Expected[]> {
		await write('Good morning');
		await act('Good morning', 'Reply');
		await write('/menu today');
		await act('Good morning', 'React 👍');
		const attach = page.getByLabel('Attach');
		const kinds = (await attach.locator('option').allTextContents()).slice(1);
		for (const kind of kinds) await attach.selectOption(kind);
		const events: Expected[] = [
			text('Good morning', { sender: { id: ana.id, phone: ana.id, userId: null } }),
			text('/menu today', { message: { command: 'menu', commandText: 'today' } }),
			{ event: 'message.reaction', message: { reaction: { emoji: '👍' } } },
			...kinds.map((kind) => attached[kind]!(provider)),
		];
		await button('Actions', bubble('Good morning')).click();
		if ((await button('Edit', bubble('Good morning')).count()) === 0) return events;

		await button('Edit', bubble('Good morning')).click();
		await write('Good evening');
		await act('Good evening', 'Delete');
		await seen(bubble('This message was deleted'));
		return [
			...events,
			{ event: 'message.edited', message: { type: 'text', text: 'Good evening' } },
			{ event: 'message.deleted', message: { text: null } },
		];
	}

	async function sendAsBusiness(provider: ProviderName, group: Group): Promise<Expected[]> {
		const send = { resource: 'message', operation: 'send', group: byId(group.id), text: 'Lunch!' };
		await runInARow(stage, provider, { Send: send });
		const own: Expected = { event: 'message.sent', message: { text: 'Lunch!' } };
		if (provider === 'a1Base') return [own];

		await page.getByLabel('Write as').selectOption('Ben');
		await act('Lunch!', 'Read as Ben');
		await seen(bubble('Lunch!').getByText('1 of 4 read'));
		await page.getByLabel('Write as').selectOption('Ana');
		const status = (
			value: string,
			participant: string | null,
			more: IDataObject = {},
		): Expected => ({
			event: 'message.status',
			status: { value, participant, ...more },
		});
		const pricing = provider === 'oneMsg' ? null : { billable: true, category: 'group_service' };
		return [
			...(provider === 'oneMsg' ? [own] : []),
			status('sent', null),
			...[ana, ben, dan].map((person) => status('delivered', person.id, { pricing })),
			status('read', ben.id),
			status('failed', eve.id, {
				errors: [{ code: '131026' }],
				explanation: 'The message could not be delivered to this person',
			}),
		];
	}

	async function inviteBusiness(): Promise<Expected[]> {
		await page.getByText('Invite the business').click();
		await page.getByLabel('Name of the group').fill('Neighbours');
		await button('Send invitation').click();
		return [{ event: 'invite.received', group: { subject: 'Neighbours' } }];
	}

	async function hideNumber(): Promise<Expected[]> {
		await button('Group info').click();
		await page.getByLabel('Hide number of Ana').check();
		await seen(page.getByText('@ana', { exact: true }));
		await write('Guess who');
		return [text('Guess who', { sender: { phone: null, name: 'Ana' } })];
	}

	/** With “Group info” open. */
	async function comeAndGo(provider: ProviderName): Promise<Expected[]> {
		await page.getByRole('textbox', { name: 'New member' }).fill('Cleo');
		await button('Join by link').click();
		await button('Leave as Cleo').click();
		await button('Suspend the group').click();
		await button('Lift the suspension').click();
		await seen(button('Suspend the group'));

		const joinApprovalMode = 'approval_required';
		await stage.at(provider).createGroup({ subject: 'Swimmers', joinApprovalMode });
		await page.getByRole('navigation', { name: 'Groups' }).getByText('Swimmers').click();
		await button('Group info').click();
		await button('Ask to join').click();
		await button('Withdraw').click();
		await button('Withdraw').waitFor({ state: 'detached' });
		return [
			{ event: 'participant.joined', participants: [{ id: expect.any(String) }] },
			{ event: 'participant.left', initiatedBy: 'participant' },
			{ event: 'group.suspended' },
			{ event: 'group.unsuspended' },
			{ event: 'joinRequest.created', participants: [{ id: expect.any(String) }] },
			{ event: 'joinRequest.revoked' },
		];
	}

	/** What the business does to the group, and what fails of it. */
	async function manage(provider: ProviderName, { id }: Group): Promise<Expected[]> {
		const group = byId(id);
		const update = (updateFields: INode['parameters']) => ({
			...{ resource: 'group', operation: 'update', group, updateFields },
		});
		const remove = (...people: Array<{ id: string }>) => ({
			...{ resource: 'participant', operation: 'remove', group },
			participants: people.map((person) => person.id).join(','),
		});
		await runInARow(stage, provider, {
			Create: { resource: 'group', operation: 'create', subject: 'Short-lived' },
			Delete: { resource: 'group', operation: 'delete', group: byId('={{ $json.groupId }}') },
			Rename: update({ subject: 'Landing crew' }),
			'Remove Ben': remove(ben),
		});
		const failing = { descriptionFails: true, lastRemovalFails: true, windowClosed: true };
		await stage.at(provider).changeSettings(failing);
		const send = { resource: 'message', operation: 'send', group, text: 'Too late' };
		await runInARow(stage, provider, {
			'Rename and Describe': update({ subject: 'Sea crew', description: 'Who swims' }),
			Describe: update({ description: 'Who flies' }),
			'Not Even Eve': remove(eve),
			'Too Late': send,
			// Last, because its result is an item for each person.
			'Remove Dan, Not Eve': remove(dan, eve),
		});
		const changed = { success: true, error: null };
		const unchanged = { success: false, error: expect.stringMatching(/\w/) };
		const stayed = [{ id: eve.id, error: expect.stringMatching(/\w/) }];
		return [
			{ event: 'group.created', group: { subject: 'Short-lived' } },
			{ event: 'group.deleted' },
			{ event: 'group.updated', changes: { subject: { value: 'Landing crew', ...changed } } },
			{ event: 'participant.removed', participants: [{ id: ben.id }], initiatedBy: 'business' },
			{
				event: 'group.updated',
				changes: { subject: { value: 'Sea crew', ...changed }, description: unchanged },
			},
			{ event: 'group.updateFailed', changes: { subject: null, description: unchanged } },
			{ event: 'participant.removed', participants: [{ id: dan.id }], failedParticipants: stayed },
			{ event: 'participant.removeFailed', failedParticipants: stayed },
			{
				event: 'message.status',
				status: { value: 'failed', participant: null, errors: [{ code: '131047' }] },
			},
		];
	}

	/** What all runs of a workflow started with. */
	async function eventsOf(provider: ProviderName, workflow: Workflow): Promise<IDataObject[]> {
		const executions = await stage.settledExecutions(provider, workflow);
		const runs = await Promise.all(executions.map(({ id }) => stage.n8n.finishedExecution(id)));
		return runs.flatMap(({ data }) =>
			(data.resultData.runData.Trigger?.[0]?.data?.main?.[0] ?? []).map(({ json }) => json),
		);
	}

	const seen = async (locator: Locator) => await locator.first().waitFor();
	const button = (name: string, within: Locator | Page = page) =>
		within.getByRole('button', { name, exact: true });
	const bubble = (words: string) =>
		page.getByRole('log').getByRole('article').filter({ hasText: words }).first();

	/** Chooses one of the actions at a message. */
	async function act(words: string, name: string): Promise<void> {
		await button('Actions', bubble(words)).click();
		await button(name, bubble(words)).click();
	}

	async function write(words: string): Promise<void> {
		await page.getByLabel('Message', { exact: true }).fill(words);
		await button('Send').click();
		await seen(bubble(words));
	}
});

function countsOf(events: IDataObject[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { event } of events) counts[String(event)] = (counts[String(event)] ?? 0) + 1;
	return counts;
}

/** Matches what has at least these members. */
function like(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(like);
	if (!isObject(part) || 'asymmetricMatch' in part) return part;
	const members = Object.entries(part).map(([name, value]) => [name, like(value)]);
	return expect.objectContaining(Object.fromEntries(members));
}
