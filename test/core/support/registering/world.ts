/** Two n8n, their workflows, a provider and other programs, and what can happen to them. */
import fc from 'fast-check';

import type { ProviderName } from '../../../../sandbox/providers';
import { firstOf } from '../../../support/firstOf';
import { loadedProcess, N8n, webhookSecret, type Policy, type Workflow } from './n8n';
import { Service, type Outage } from './service';

export type Step =
	| {
			do: 'publish' | 'unpublish' | 'save' | 'listen' | 'stop' | 'copy' | 'import' | 'paste';
			workflow: number;
	  }
	| { do: 'kill' | 'restart'; n8n: number }
	| { do: 'other'; name: string }
	| { do: 'down'; after: number; outage: Outage }
	| { do: 'up' | 'callback' };

const WORKFLOWS = 3;
const MAX_WORKFLOWS = 5;

const ofWorkflow = (weight: number, ...steps: string[]) => ({
	weight,
	arbitrary: fc.record({ do: fc.constantFrom(...steps), workflow: fc.nat(MAX_WORKFLOWS - 1) }),
});

export const steps = fc.array(
	fc.oneof(
		ofWorkflow(12, 'publish', 'unpublish', 'save', 'listen', 'stop'),
		ofWorkflow(2, 'copy', 'import', 'paste'),
		{
			weight: 3,
			arbitrary: fc.record({ do: fc.constantFrom('kill', 'restart'), n8n: fc.nat(1) }),
		},
		{
			weight: 2,
			arbitrary: fc.record({ do: fc.constant('other'), name: fc.constantFrom('a', 'b') }),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				do: fc.constant('down'),
				after: fc.nat(6),
				outage: fc.record({
					losesAnswers: fc.boolean(),
					status: fc.constantFrom(503, 429, 403),
				}),
			}),
		},
		{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('up', 'callback') }) },
	) as fc.Arbitrary<Step>,
	{ maxLength: 14 },
);

export const policiesOf = (...policies: Policy[]) =>
	fc.array(fc.constantFrom(...policies), { minLength: WORKFLOWS, maxLength: WORKFLOWS });

/** Each process of n8n that is started in a sequence. Accounts differ, so they serve all sequences. */
const processes = Array.from({ length: 6 }, loadedProcess);

export class World {
	readonly service: Service;

	readonly n8ns: N8n[];

	readonly workflows: Workflow[] = [];

	/** Published workflows that somebody took out, or whose registration the provider refused. */
	readonly excused = new Set<Workflow>();

	/** Others that a process replaced for an editor, when it was killed. */
	readonly lost = new Set<string>();

	/** Addresses of ours that nobody who still runs can know of. */
	readonly stranded = new Set<string>();

	/** The address that a person has pasted in the provider's dashboard. */
	pasted = '';

	/** Which process took an address out. */
	private readonly replacers = new Map<string, N8n['hooks']>();

	private started = 2;

	constructor(name: ProviderName, policies: Policy[], appId = '') {
		this.service = new Service(name);
		this.n8ns = ['https://one.example', 'https://two.example'].map(
			(url, at) => new N8n(url, at === 1, processes[at], this.service, appId),
		);
		policies.forEach((policy, at) => {
			this.add({ id: `wf${at}`, webhookId: `${at}${at}`, policy, n8n: this.n8ns[at < 2 ? 0 : 1]! });
		});
	}

	get warnings(): string {
		return this.n8ns.flatMap(({ warnings }) => warnings).join('\n');
	}

	async run(step: Step): Promise<void> {
		if ('workflow' in step) {
			const workflow = this.workflows[step.workflow];
			if (workflow) await this.change(workflow, step.do);
		} else if ('n8n' in step) {
			if (step.do === 'kill') this.kill(this.n8ns[step.n8n]!);
			else await this.start(this.n8ns[step.n8n]!);
		} else if (step.do === 'other') {
			const before = this.service.urls;
			if (this.service.name !== 'a1Base') await this.service.other(step.name);
			this.excuseMissing(before);
			// Our address stays in the app, whose fields the other program now needs.
			if (this.service.name === 'metaCloud') before.forEach((url) => this.strand(url));
		} else if (step.do === 'down') {
			this.service.goDown(step.after, step.outage);
		} else if (step.do === 'up') {
			await this.goUp();
		} else if (this.service.name === 'metaCloud') {
			this.service.toggleCallback();
		}
	}

	/** Everybody stops; what could not be undone is tried again, as the log says. */
	async end(): Promise<void> {
		for (const n8n of this.n8ns) await this.start(n8n);
		await this.goUp();
		for (const workflow of this.workflows) await this.change(workflow, 'stop');
		for (const workflow of this.workflows) await this.change(workflow, 'unpublish');
		for (const workflow of [...this.excused]) {
			for (const what of ['publish', 'unpublish', 'listen', 'stop']) {
				await this.change(workflow, what);
			}
		}
	}

	private async change(workflow: Workflow, what: string): Promise<void> {
		const { n8n, isPublished, isListening } = workflow;
		if (n8n.hooks === undefined) return;
		if (what === 'unpublish' && isPublished) await this.unpublish(workflow);
		if (what === 'publish' && !isPublished) await this.publish(workflow);
		if (what === 'save' && isPublished) {
			await this.unpublish(workflow);
			await this.publish(workflow);
		}
		if (what === 'listen' && !isListening)
			await this.tracked(workflow, async () => {
				await n8n.register(workflow, 'manual');
			});
		if (what === 'stop' && isListening) await this.release(workflow, true);
		if (what === 'copy') this.copy(workflow, n8n);
		if (what === 'import') this.import(workflow);
		if (what === 'paste' && this.service.name === 'a1Base') this.paste(workflow);
	}

	private async publish(workflow: Workflow): Promise<void> {
		await this.tracked(workflow, async () => {
			workflow.isPublished = await workflow.n8n.register(workflow, 'activate');
			if (workflow.isPublished) this.excused.delete(workflow);
			// n8n 1 then releases what may be there.
			if (!workflow.isPublished) await workflow.n8n.unregister(workflow);
		});
	}

	private async unpublish(workflow: Workflow): Promise<void> {
		await this.release(workflow);
		workflow.isPublished = false;
	}

	private async release(workflow: Workflow, isTest = false): Promise<void> {
		const { n8n } = workflow;
		const url = n8n.urlOf(workflow, isTest);
		const replacer = this.replacers.get(url);
		// Whoever took it out puts it back later, unless both are in one process.
		if (replacer && replacer !== n8n.hooks) this.strand(url);
		await this.tracked(workflow, async () => await n8n.unregister(workflow, isTest));
	}

	/** Remembers whom a change took out, and whose change met a provider that is down. */
	private async tracked(workflow: Workflow, change: () => Promise<void>): Promise<void> {
		const before = this.service.urls;
		await change();
		this.excuseMissing(before, workflow);
		if (this.service.isUp) return;
		this.excused.add(workflow);
		// A write that may have stopped half-way puts back those of the other n8n, too.
		before.filter((url) => !url.startsWith(workflow.n8n.url)).forEach((url) => this.strand(url));
	}

	private strand(url: string): void {
		this.stranded.add(firstOf(url.split('?')));
	}

	private excuseMissing(before: string[], by?: Workflow): void {
		const { urls } = this.service;
		for (const url of urls) this.replacers.delete(firstOf(url.split('?')));
		const gone = before.filter((url) => !urls.includes(url)).map((url) => firstOf(url.split('?')));
		for (const url of gone) this.replacers.set(url, by?.n8n.hooks);
		for (const workflow of this.workflows) {
			const isGone = gone.includes(workflow.n8n.urlOf(workflow));
			if (isGone && workflow !== by) this.excused.add(workflow);
		}
	}

	private kill(n8n: N8n): void {
		if (n8n.hooks === undefined || this.started === processes.length) return;
		n8n.hooks = undefined;
		for (const workflow of n8n.workflows) {
			if (workflow.isListening) this.strand(n8n.urlOf(workflow, true));
			// Its editor may have the only place. n8n 1 registers it again when it starts.
			if (workflow.isListening && !n8n.asksAtStart) this.excused.add(workflow);
			if (workflow.isListening && workflow.policy === 'replace') this.excuseLost();
			workflow.isListening = false;
			workflow.isServed = false;
		}
	}

	private excuseLost(): void {
		for (const { url } of this.service.others.values()) {
			if (!this.service.urls.includes(url)) this.lost.add(url);
		}
	}

	private async start(n8n: N8n): Promise<void> {
		if (n8n.hooks !== undefined) return;
		n8n.hooks = processes[this.started];
		this.started += 1;
		await this.serve(n8n);
	}

	/** Serves what is published, as n8n does when it starts, and again what failed then. */
	private async serve(n8n: N8n): Promise<void> {
		for (const workflow of n8n.workflows) {
			if (!workflow.isPublished || workflow.isServed) continue;
			if (!n8n.asksAtStart) {
				workflow.isServed = true;
				continue;
			}
			await this.tracked(workflow, async () => {
				const isRegistered = await n8n.register(workflow, 'init');
				if (isRegistered) return;
				this.excused.add(workflow);
				await n8n.unregister(workflow);
			});
		}
	}

	private async goUp(): Promise<void> {
		this.service.goUp();
		for (const n8n of this.n8ns) if (n8n.hooks) await this.serve(n8n);
	}

	/** n8n's API copies static data, too. */
	private copy({ policy, staticData }: Workflow, n8n: N8n): void {
		const number = this.workflows.length;
		this.add({ id: `wf${number}`, webhookId: `${number}${number}`, policy, n8n, staticData });
	}

	/** The same workflow in the other n8n, by the command line. */
	private import({ id, webhookId, policy, staticData, n8n }: Workflow): void {
		const target = this.n8ns.find((one) => one !== n8n) as N8n;
		if (target.workflows.some((one) => one.id === id)) return;
		this.add({ id, webhookId, policy, n8n: target, staticData });
	}

	private add(workflow: Pick<Workflow, 'id' | 'webhookId' | 'policy' | 'n8n'> & Partial<Workflow>) {
		if (this.workflows.length === MAX_WORKFLOWS) return;
		const { staticData = {} } = workflow;
		const state = { isPublished: false, isServed: false, isListening: false };
		const added = { ...workflow, ...state, staticData: structuredClone(staticData) };
		this.workflows.push(added);
		added.n8n.workflows.push(added);
	}

	private paste(workflow: Workflow): void {
		this.pasted = `${workflow.n8n.urlOf(workflow)}?secret=${webhookSecret}`;
		this.service.provider.settings.webhookUrl = this.pasted;
	}
}
