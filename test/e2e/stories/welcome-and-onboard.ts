import { until } from '../../../demo/until';
import { byId } from '../support/actions';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import {
	ben,
	eve,
	nodeNamed,
	refuseOutsideWindow,
	rowsOf,
	withActive,
	type Story,
} from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const team = await sandbox.createGroup({ subject: 'Team', participants: [ana] });
	await withActive(
		stage,
		provider,
		'welcome-and-onboard',
		async (workflow) => {
			const club = { subject: 'Book club', writtenBefore: null };
			const { id, inviteLink } = await sandbox.createGroup(club);
			const answerIn = async (groupId: string, part: string) =>
				await until(`“${part}” in the group`, async () =>
					(await stage.answersIn(provider, groupId)).find((text) => text.includes(part)),
				);

			await sandbox.join(inviteLink, ben);
			expect(await answerIn(id, ben.id)).toMatch(/^Welcome, \+14155550102! Please be kind/);
			const news = '+14155550102 joined the group Book club.';
			expect(await answerIn(team.id, ben.id)).toBe(news);
			await takeChatPicture(stage, provider, 'welcome-and-onboard', club.subject);

			await refuseOutsideWindow(stage, provider);
			await sandbox.join(inviteLink, eve);
			await answerIn(id, eve.id);
			expect(await answerIn(team.id, eve.id)).toMatch(/^News for this group: \+14155550199 joined/);

			const executions = await stage.settledExecutions(provider, workflow);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
			const contacts = await rowsOf(stage, provider, 'WhatsApp contacts');
			// Other tests welcome people in the same n8n.
			expect(contacts.filter(({ groupId }) => groupId === id)).toMatchObject([
				{ person: ben.id, phone: ben.id, group: 'Book club' },
				{ person: eve.id, phone: eve.id, group: 'Book club' },
			]);
		},
		(draft) => {
			nodeNamed(draft, 'Inform the Team').parameters.group = byId(team.id);
		},
	);
};
