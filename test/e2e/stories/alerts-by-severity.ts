import axios from 'axios';
import { byId } from '../support/actions';
import { ben, nodeNamed, webhookOf, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const onCall = await stage.createGroup(provider);
	const team = await sandbox.createGroup({ subject: 'Team', participants: [ben] });
	const workflow = await stage.importNamed('alerts-by-severity', provider, (draft) => {
		nodeNamed(draft, 'Tell Who Is on Call').parameters.group = byId(onCall.id);
		nodeNamed(draft, 'Tell the Team').parameters.group = byId(team.id);
	});
	await stage.n8n.activate(workflow.id);
	for (const severity of ['info', 'warning', 'Critical']) {
		const alert = { severity, title: 'Disk', details: `It is ${severity}` };
		await axios.post(webhookOf(stage, workflow, 'Alert'), alert);
	}
	expect(await stage.answersIn(provider, onCall.id)).toEqual(['CRITICAL: Disk\nIt is Critical']);
	expect(await stage.answersIn(provider, team.id)).toEqual(['Warning: Disk\nIt is warning']);
	expect(await stage.settledExecutions(provider, workflow)).toHaveLength(3);
	await stage.n8n.deactivate(workflow.id);
};
