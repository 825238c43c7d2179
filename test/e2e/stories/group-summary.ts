import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import type { ChatRequest, Turn } from '../support/model';
import { ana } from '../support/stage';
import { withMailServer, withModel } from '../support/standIns';
import { assign, ben, rowsOf, run, runSample, withActive, type Story } from '../support/story';

const name = 'group-summary';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const { id } = await sandbox.createGroup({ subject: 'Launch crew', participants: [ana, ben] });
	const { id: kitchen } = await sandbox.createGroup({ subject: 'Kitchen', participants: [ben] });
	await withModel(stage, summary, async (connectModel, requests) => {
		await withMailServer(stage, async (connectMail, mails) => {
			const change = (draft: WorkflowDraft) => {
				connectModel(draft);
				connectMail(draft);
				// Today until a minute from now, instead of yesterday.
				assign(draft, 'from', "={{ $now.startOf('day').toISO() }}");
				assign(draft, 'until', '={{ $now.plus({ minutes: 1 }).toISO() }}');
			};
			await withActive(
				stage,
				provider,
				name,
				async (workflow) => {
					await sandbox.write(id, ana.id, 'Who brings the cake?');
					await sandbox.sendFile(id, ben.id, 'image', 'The hall is free.');
					await sandbox.write(kitchen, ben.id, 'The oven is off.');
					await until('the messages in the table', async () => {
						const rows = await rowsOf(stage, provider, 'WhatsApp group messages');
						return rows.length === 3;
					});
					await runSample(stage, provider, name, change);
					expect(await rowsOf(stage, provider, 'WhatsApp group messages')).toContainEqual(
						expect.objectContaining({ person: 'Sample', text: 'Who brings the cake?' }),
					);
					await run(stage, workflow, 'Every Morning', 'Email');
					expect(mails).toHaveLength(1);
					expect(readable(mails[0]!)).toContain(report);
				},
				change,
			);
			expect(requests).toHaveLength(2);

			const managers = await sandbox.createGroup({ subject: 'Managers', participants: [ana] });
			const inGroup = await stage.importNamed(name, provider, (draft) => {
				change(draft);
				assign(draft, 'group', 'Managers');
			});
			await run(stage, inGroup, 'Every Morning', 'Write in Your Group');
			const { text } = (await sandbox.group(managers.id)).messages[0]!;
			expect(text).toContain(report);
			expect(text).toContain('*Managers*: nobody wrote');
			expect(mails).toHaveLength(1);
		});
	});
};

const report = `*Launch crew* (2 messages)
The hall is free.
Open: Who brings the cake?

*Kitchen* (1 message)
The oven is off.`;

function summary({ messages }: ChatRequest): Turn {
	const asked = JSON.stringify(messages);
	if (asked.includes('Ben: The oven is off.')) return { text: 'The oven is off.' };
	expect(asked).toContain('Ana: Who brings the cake?');
	expect(asked).toContain('Ben: The hall is free.');
	return { text: 'The hall is free.\nOpen: Who brings the cake?' };
}

/** Undoes the encoding of a mail's text. */
function readable(mail: string): string {
	return mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
}
