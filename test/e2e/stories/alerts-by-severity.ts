import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import {
	ben,
	callWebhook,
	hasWindow,
	inTemplate,
	refuseOutsideWindow,
	run,
	type Story,
} from '../support/story';

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
		const body = { severity, title, details: '91 % used' };
		await callWebhook(stage, workflow, 'Alert', body);
	};

	await until('ten minutes that last long enough', () => slotMs - (Date.now() % slotMs) > 20_000);
	for (const severity of ['info', 'warning', 'Critical', 'Critical']) await alert(severity, 'Disk');
	expect(await stage.answersIn(provider, onCall.id)).toEqual([
		hasWindow(provider) ? inTemplate('CRITICAL: Disk · 91 % used') : 'CRITICAL: Disk\n91 % used',
	]);
	expect(await stage.answersIn(provider, team.id)).toEqual(['Warning: Disk\n91 % used']);

	if (hasWindow(provider)) {
		await refuseOutsideWindow(stage, provider);
		await alert('warning', 'Memory');
		const answers = await stage.answersIn(provider, team.id);
		expect(answers.pop()).toBe(inTemplate('Warning: Memory · 91 % used'));
	}
	await run(stage, workflow, 'Alert', 'Send the Alert');
	await stage.messageIn(provider, onCall.id, 'CRITICAL: Disk full');
	await stage.n8n.deactivate(workflow.id);
};
