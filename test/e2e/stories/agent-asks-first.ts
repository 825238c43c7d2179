import { pinnedIn } from '../../../demo/fillIn';
import type { Workflow } from '../../../demo/n8nTypes';
import type { ChatRequest, Turn } from '../support/model';
import { ana } from '../support/stage';
import { withModel } from '../support/standIns';
import { ben, createSampleGroup, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const team = await sandbox.createGroup({ subject: 'Team', participants: [ana, ben] });
	const customers = await sandbox.createGroup({ subject: 'Customers', participants: [ana] });
	const sampleGroup = await createSampleGroup(stage, provider);
	const turns = turnsFor(customers.id);
	const play = async (workflow: Workflow) => {
		await stage.n8n.run(workflow.id, 'Command');
		const first = await stage.messageIn(provider, sampleGroup.id, 'May I write this?\n\nHi');
		await sandbox.write(sampleGroup.id, ben.id, 'no', first.id);
		await stage.messageIn(provider, sampleGroup.id, 'I have written nothing');

		const said = async (part: string) => await stage.messageIn(provider, team.id, part);
		await sandbox.write(team.id, ana.id, '/agent tell the customers that we open at nine');
		const draft = await said('May I write this?\n\nWe open at 9');
		await sandbox.write(team.id, ben.id, 'no, write nine in words', draft.id);
		const better = await said('May I write this?\n\nWe open at nine');
		expect((await sandbox.group(customers.id)).messages).toEqual([]);

		await sandbox.write(team.id, ben.id, 'yes', better.id);

		await said('I have written to them');
		expect(await stage.answersIn(provider, customers.id)).toEqual(['We open at nine']);
	};
	const next = (request: ChatRequest) => turns.shift()!(request);
	await withModel(stage, next, async (connect) => {
		await withActive(stage, provider, 'agent-asks-first', play, (draft) => {
			connect(draft);
			draft.pinData = pinnedIn(sampleGroup, draft);
		});
	});
};

/** As a model would, for the sample and then for Ana: drafts, reads why not, drafts anew, and says what it did. */
function turnsFor(groupId: string): Array<(request: ChatRequest) => Turn> {
	const write = ({ tools }: ChatRequest, text: string): Turn => {
		const tool = tools.find(({ function: { name } }) => name.includes('Write'))!.function.name;
		return { tool, input: { toolParameters: { groupId, text } } };
	};
	return [
		(request) => write(request, 'Hi'),
		() => ({ text: 'I have written nothing' }),
		(request) => write(request, 'We open at 9'),
		(request) => {
			expect(JSON.stringify(request.messages)).toContain('write nine in words');
			return write(request, 'We open at nine');
		},
		() => ({ text: 'I have written to them' }),
	];
}
