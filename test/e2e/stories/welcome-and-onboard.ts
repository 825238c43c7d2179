import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { byId } from '../support/actions';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import {
	ben,
	inTemplate,
	nodeNamed,
	rowsOf,
	runSample,
	withActive,
	type Story,
} from '../support/story';

const example = 'welcome-and-onboard';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	// Nobody has written there, so WhatsApp accepts a text and rejects it later.
	const team = { subject: 'Team', participants: [ana], writtenBefore: null };
	const { id: teamId } = await sandbox.createGroup(team);
	const chooseTeam = (draft: WorkflowDraft) => {
		nodeNamed(draft, 'Inform the Team').parameters.group = byId(teamId);
	};
	await withActive(
		stage,
		provider,
		example,
		async (workflow) => {
			const club = { subject: 'Book club', writtenBefore: null };
			const { id, inviteLink } = await sandbox.createGroup(club);
			const answerIn = async (groupId: string, part: string) =>
				await until(`“${part}” in the group`, async () =>
					(await stage.answersIn(provider, groupId)).find((text) => text.includes(part)),
				);

			const sampleGroup = await runSample(stage, provider, example, (draft) => {
				chooseTeam(draft);
				addPeople(draft);
			});
			const three = '+15550002222, ada, and new member';
			await answerIn(sampleGroup, `Welcome, ${three}!`);
			await answerIn(teamId, `${three} joined the group Launch crew`);

			await sandbox.join(inviteLink, ben);
			expect(await answerIn(id, ben.id)).toMatch(/^Welcome, \+14155550102! Please be kind/);
			const news = '+14155550102 joined the group Book club';
			expect(await answerIn(teamId, ben.id)).toBe(inTemplate(news));
			await takeChatPicture(stage, provider, 'welcome-and-onboard', club.subject);

			const executions = await stage.settledExecutions(provider, workflow);
			expect(executions.map(({ status }) => status)).toEqual(['success']);
			const contacts = await rowsOf(stage, provider, 'WhatsApp contacts');
			// Other tests welcome people in the same n8n.
			expect(
				contacts.filter(({ groupId }) => [sampleGroup, id].includes(String(groupId))),
			).toMatchObject([
				{ phone: '15550002222', group: 'Launch crew' },
				{ person: 'US.1', name: 'ada', group: 'Launch crew' },
				{ person: 'US.2', group: 'Launch crew' },
				{ person: ben.id, phone: ben.id, group: 'Book club' },
			]);
		},
		chooseTeam,
	);
};

/** To the pinned sample: a person who hides their number, and one about whom nothing else is known. */
function addPeople(draft: WorkflowDraft): void {
	const { participants } = Object(draft.pinData?.['Somebody Joins']?.[0]?.json);
	const unknown = { name: null, userId: null, username: null, phone: null };
	participants.push(
		{ ...unknown, id: 'US.1', userId: 'US.1', username: 'ada', name: 'ada' },
		{ ...unknown, id: 'US.2', userId: 'US.2' },
	);
}
