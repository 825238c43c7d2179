import axios from 'axios';
import { firstOf } from '../../support/firstOf';
import type { ChatRequest, Turn } from '../support/model';
import { withModel } from '../support/standIns';
import { nodeNamed, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const { id } = await stage.createGroup(provider);
	const next = (request: ChatRequest) => nextTurn(request, id);
	await withModel(stage, next, async (connect, requests) => {
		const workflow = await stage.importNamed('agent-with-groups', provider, (draft) => {
			connect(draft);
			// The chat's public address lets the test ask without a browser.
			Object.assign(nodeNamed(draft, 'Chat').parameters, { public: true });
		});
		await stage.n8n.activate(workflow.id);
		const { webhookId } = nodeNamed(workflow, 'Chat');
		const ask = { action: 'sendMessage', sessionId: 's', chatInput: 'We start at nine.' };
		const { data } = await axios.post(`${stage.running.url}/webhook/${webhookId}/chat`, ask);

		expect(JSON.stringify(data)).toContain('I have written to them');
		expect(await stage.answersIn(provider, id)).toEqual(['We start at nine']);
		const offered = firstOf(requests).tools.map((tool) => tool.function.name);
		expect(offered.sort()).toEqual(['List_Groups', 'Write_in_a_Group']);
		await stage.n8n.deactivate(workflow.id);
	});
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
