import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { ben, callWebhook, hasWindow, refuseOutsideWindow, type Story } from '../support/story';

const slotMs = 10 * 60 * 1000;

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const onCall = await sandbox.createGroup({
		subject: 'On call',
		participants: [ana],
		writtenBefore: null,
	});
	const team = await sandbox.createGroup({ subject: 'Team', participants: [ben] });
	const workflow = await stage.importNamed('alerts-by-severity', provider);
	await stage.n8n.activate(workflow.id);
	const alert = async (severity: string, title: string) => {
		const body = { severity, title, details: `It is ${severity}` };
		await callWebhook(stage, workflow, 'Alert', body);
	};
	const inTemplate = (text: string) => `News for this group: ${text}. Write here to answer.`;

	await until('ten minutes that last long enough', () => slotMs - (Date.now() % slotMs) > 20_000);
	for (const severity of ['info', 'warning', 'Critical', 'Critical']) await alert(severity, 'Disk');
	expect(await stage.answersIn(provider, onCall.id)).toEqual([
		hasWindow(provider)
			? inTemplate('CRITICAL: Disk It is Critical')
			: 'CRITICAL: Disk\nIt is Critical',
	]);
	expect(await stage.answersIn(provider, team.id)).toEqual(['Warning: Disk\nIt is warning']);

	if (hasWindow(provider)) {
		await refuseOutsideWindow(stage, provider);
		await alert('warning', 'Memory');
		const answers = await stage.answersIn(provider, team.id);
		expect(answers.pop()).toBe(inTemplate('Warning: Memory It is warning'));
	}
	await stage.n8n.deactivate(workflow.id);
};
