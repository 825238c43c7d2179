/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * Registration as a model: random sequences of what builders, editors, two n8n and other programs do.
 * The provider is the sandbox's own, called in this process.
 */
import fc from 'fast-check';

import type { ProviderName } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { useNetwork } from './support/registering/n8n';
import { policiesOf, steps, World } from './support/registering/world';

// What waits between two attempts would make thousands of sequences last for hours.
jest.mock('../../nodes/WhatsAppGroups/transport/sleep', () => ({
	sleep: async (_ms: number, stop?: AbortSignal) =>
		await new Promise<void>((resolve) => {
			if (stop) stop.addEventListener('abort', () => resolve());
			else resolve();
		}),
}));
jest.mock('../../nodes/WhatsAppGroups/transport/paceOf', () => ({
	paceOf: () => ({ take: async () => {}, refused: () => {} }),
}));
jest.mock('n8n-workflow', () => {
	const shared = globalThis as { mockedWorkflow?: object };
	shared.mockedWorkflow ??= { ...jest.requireActual('n8n-workflow'), sleep: async () => {} };
	return shared.mockedWorkflow;
});

jest.setTimeout(120_000);

const connect = useNetwork();

/** Sequences of each property, and the time they may use in ms on a busy machine. */
const limits = { numRuns: 900, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false };

const ours = (url: string) => url.includes('whatsapp-groups');

/** Every published workflow is registered, and no delivery to a registered address is refused. */
async function expectServed(world: World): Promise<void> {
	const { service, workflows, excused } = world;
	const paths = service.urls.map((url) => url.split('?')[0]);
	for (const workflow of workflows) {
		const { isServed, isListening, n8n } = workflow;
		// While the editor listens, it may have the only place left.
		if (!isServed || isListening || excused.has(workflow)) continue;
		expect(paths).toContain(n8n.urlOf(workflow));
	}
	for (const webhook of service.webhooks) {
		if (ours(webhook.url)) expect([200, 404, undefined]).toContain(await service.deliver(webhook));
	}
}

/** What other programs registered is there unchanged, or the log says that it isn't. */
function expectOthers({ service, lost, warnings }: World): void {
	for (const { url, headers } of service.others.values()) {
		if (lost.has(url) || warnings.includes(firstOf(url.split('?')))) continue;
		expect(service.webhooks).toContainEqual(
			expect.objectContaining(headers ? { url, headers } : { url }),
		);
	}
}

/** What is left once everything is unpublished. 360dialog can't be without an address. */
function expectNothingLeft({ service, stranded }: World): void {
	const { url: last } = service.name === 'dialog360' ? (service.webhooks[0] ?? {}) : {};
	const left = service.urls.filter((url) => ours(url) && url !== last);
	expect(left.filter((url) => !stranded.has(firstOf(url.split('?'))))).toEqual([]);
}

/** The app of a builder's Meta account is changed only if nobody has set its address. */
function expectCallback({ service }: World): void {
	if (service.hasCallback) expect(service.callback).toBe('theirs');
	else expect(service.callback === '' || ours(service.callback)).toBe(true);
}

describe.each(['dialog360', 'oneMsg', 'metaCloud'] as const)('%s', (name: ProviderName) => {
	const appIds = name === 'metaCloud' ? fc.constantFrom('', '670843887433847') : fc.constant('');

	test('without Replace It, nobody else is touched, and every published workflow is served', async () => {
		await fc.assert(
			fc.asyncProperty(
				policiesOf('fail', 'addBeside'),
				steps,
				appIds,
				async (policies, sequence, appId) => {
					const world = new World(name, policies, appId);
					connect(...world.n8ns);
					for (const step of sequence) {
						await world.run(step);
						expectOthers(world);
						await expectServed(world);
						expectCallback(world);
					}
					await world.end();
					expectOthers(world);
					expectNothingLeft(world);
				},
			),
			limits,
		);
	});

	test('with Replace It, all that was there is back once everything is unpublished', async () => {
		await fc.assert(
			fc.asyncProperty(
				policiesOf('fail', 'addBeside', 'replace'),
				steps,
				appIds,
				async (policies, sequence, appId) => {
					const world = new World(name, policies, appId);
					connect(...world.n8ns);
					for (const step of sequence) {
						await world.run(step);
						await expectServed(world);
						expectCallback(world);
					}
					await world.end();
					expectOthers(world);
					expectNothingLeft(world);
				},
			),
			limits,
		);
	});
});

test('A1Base: the address that a person has set stays, and is believed, whatever happens', async () => {
	await fc.assert(
		fc.asyncProperty(policiesOf('fail', 'replace'), steps, async (policies, sequence) => {
			const world = new World('a1Base', policies);
			connect(...world.n8ns);
			for (const step of sequence) {
				await world.run(step);
				const { service, workflows, pasted } = world;
				expect(service.urls).toEqual([pasted].filter(Boolean));
				const workflow = workflows.find((one) => pasted.startsWith(one.n8n.urlOf(one)));
				if (workflow === undefined) continue;
				const { isServed, n8n } = workflow;
				const absent = n8n.hooks ? 404 : undefined;
				expect(await service.deliver({ url: pasted })).toBe(isServed ? 200 : absent);
				expect(isServed).toBe(workflow.isPublished && n8n.hooks !== undefined);
				expect(world.warnings).toBe('');
			}
		}),
		limits,
	);
});
