import axios from 'axios';
import { firstOf } from '../../support/firstOf';
import { startModel, type ChatRequest, type Turn } from '../support/model';
import { nodeNamed, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const { id } = await stage.createGroup(provider);
	const model = await startModel((request) => nextTurn(request, id));
	try {
		const openAi = await stage.n8n.saveCredential({
			name: `Model ${model.url}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const workflow = await stage.importNamed('agent-with-groups', provider, (draft) => {
			const credentials = { openAiApi: { id: openAi.id, name: openAi.name } };
			Object.assign(nodeNamed(draft, 'Model'), { credentials });
			// The chat's public address lets the test ask without a browser.
			Object.assign(nodeNamed(draft, 'Chat').parameters, { public: true });
		});
		await stage.n8n.activate(workflow.id);
		const { webhookId } = nodeNamed(workflow, 'Chat');
		const ask = { action: 'sendMessage', sessionId: 's', chatInput: 'We start at nine.' };
		const { data } = await axios.post(`${stage.running.url}/webhook/${webhookId}/chat`, ask);

		expect(JSON.stringify(data)).toContain('I have written to them');
		expect(await stage.answersIn(provider, id)).toEqual(['We start at nine']);
		const offered = firstOf(model.requests).tools.map((tool) => tool.function.name);
		expect(offered.sort()).toEqual(['List_Groups', 'Write_in_a_Group']);
		await stage.n8n.deactivate(workflow.id);
	} finally {
		model.close();
	}
};

/** As a model would: looks for the group, writes in it, and says so. */
function nextTurn({ messages }: ChatRequest, groupId: string): Turn {
	const results = messages.filter(({ role }) => role === 'tool');
	if (results.length === 0) return { tool: 'List_Groups', input: {} };
	if (results.length === 1) {
		expect(JSON.stringify(firstOf(results).content)).toContain(groupId);
		return { tool: 'Write_in_a_Group', input: { groupId, text: 'We start at nine' } };
	}
	return { text: 'I have written to them' };
}
