import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import type { ProviderName } from '../../../demo/providers';
import { ana, type Stage } from '../support/stage';
import { nodeNamed, type Story } from '../support/story';

const STEPS = 11;

/** The steps that a provider doesn't offer. */
const notOffered: Record<ProviderName, string[]> = {
	dialog360: ['Leave the Group'],
	oneMsg: ['Pin the Text', 'Leave the Group'],
	a1Base: ['Get the Link', 'Pin the Text', 'Delete the Group'],
	metaCloud: ['Leave the Group'],
};

/** In the sandbox, everything is as documented, except what the story breaks. */
export const story: Story = async (stage, provider) => {
	const { report, different } = await check(stage, provider);
	expect(different).toEqual([]);
	expect(stepsThatWere('not offered', report)).toEqual(notOffered[provider]);
	expect(stepsThatWere('as documented', report)).toHaveLength(STEPS - notOffered[provider].length);
	expect(report).not.toMatch(/\d{7}|chat\.whatsapp\.com\/\w/);

	const refusing = { answerNext: { status: 400, body: { error: 'Not today' } } };
	const broken = await check(stage, provider, refusing);
	// Without a message, there is nothing to pin.
	const canPin = !notOffered[provider].includes('Pin the Text');
	expect(broken.different).toEqual(canPin ? ['Send a Text', 'Pin the Text'] : ['Send a Text']);
	expect(broken.report).toMatch(/### Send a Text: different\n[^#]+HTTP 400[^#]+Not today/);

	// Nothing is left behind. A1Base can't delete a group: the agent leaves it to its members.
	if (provider === 'a1Base') return;
	const groups = await stage.at(provider).groups();
	expect(groups.filter((group) => group.subject.startsWith('Check '))).toEqual([]);
};

function stepsThatWere(result: string, report: unknown): string[] {
	const rows = String(report).matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm);
	return [...rows].filter((row) => row[2] === result).map(([, step = '']) => step);
}

/** Runs the check as a person does. The settings take effect while the page with the link is open. */
async function check(stage: Stage, provider: ProviderName, settings = {}): Promise<IDataObject> {
	const workflow = await stage.importNamed('check-my-number', provider, (draft) => {
		if (provider === 'a1Base') enterYourNumber(draft);
	});
	const id = await stage.n8n.run(workflow.id, 'Check My Number');
	await until('the page with the invite link', async () =>
		(await stage.n8n.executions(workflow.id)).some(({ status }) => status === 'waiting'),
	);
	const page = await outputOf(stage, id, 'Group');
	const link = JSON.stringify(await outputOf(stage, id, 'Get the Link')).match(/https:[^"]+/)?.[0];
	const sandbox = stage.at(provider);
	if (provider !== 'a1Base') await sandbox.join(link!, ana);
	await sandbox.write(String(page.groupId), ana.id, 'Hello');
	await sandbox.changeSettings(settings);
	const shown = (await axios.get(String(page.page))).data;
	expect(shown).toContain('Join the group');
	if (provider !== 'a1Base') expect(shown).toContain(`<a href="${link}" target="_blank">`);
	const answers = new FormData();
	answers.append('field-0', 'Hello');
	await axios.post(String(page.page), answers);
	// n8n 1 can show an execution as ended before it has stored its last nodes.
	return await until('the report', async () => {
		const report = await outputOf(stage, id, 'Report');
		return 'report' in report && report;
	});
}

function enterYourNumber(draft: WorkflowDraft): void {
	const { assignments } = nodeNamed(draft, 'Settings').parameters as {
		assignments: { assignments: Array<{ name: string; value: string }> };
	};
	assignments.assignments.find(({ name }) => name === 'yourNumber')!.value = `+${ana.id}`;
}

async function outputOf(stage: Stage, executionId: string, node: string): Promise<IDataObject> {
	const { data } = await stage.n8n.finishedExecution(executionId);
	return data.resultData.runData[node]?.[0]?.data?.main?.[0]?.[0]?.json ?? {};
}
