import axios from 'axios';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { startMailServer } from '../support/smtp';
import { nodeNamed, type Story } from '../support/story';

/** The provider creates the group only after its response, which is the harder case. */
export const story: Story = async (stage, provider) => {
	const later = provider === 'metaCloud' ? {} : { asynchronousCreate: true };
	await stage.at(provider).changeSettings({ ...later, createDelayMs: 1000 });
	const mail = await startMailServer();
	try {
		const smtp = await stage.n8n.saveCredential({
			name: `Mail ${mail.port}`,
			type: 'smtp',
			data: { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true },
		});
		const change = (draft: WorkflowDraft) => {
			const credentials = { smtp: { id: smtp.id, name: smtp.name } };
			for (const node of draft.nodes) {
				if (node.type === 'n8n-nodes-base.emailSend') Object.assign(node, { credentials });
			}
		};
		const workflow = await stage.importNamed('create-group-from-form', provider, change);
		await stage.n8n.activate(workflow.id);
		const { webhookId } = nodeNamed(workflow, 'Form');
		const form = `${stage.running.url}/form/${webhookId}`;
		const { data: page } = await axios.get<string>(form);
		expect(page).toContain('A new group');
		const answers = new FormData();
		answers.append('field-0', 'Garden party');
		answers.append('field-1', 'ana@example.com');
		await axios.post(form, answers);

		const text = await until('the mail', () => mail.mails[0]);
		const group = (await stage.at(provider).groups()).find(
			({ subject }) => subject === 'Garden party',
		)!;
		expect(text).toMatch(/^To: ana@example\.com$/m);
		expect(text.replace(/=\n/g, '').replace(/=3D/g, '=')).toContain(group.inviteLink);
		await stage.n8n.deactivate(workflow.id);
	} finally {
		mail.close();
	}
};
