import { ben, run, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const { id } = await stage.createGroup(provider);
	const other = await stage.at(provider).createGroup({ subject: 'Kitchen', participants: [ben] });
	const workflow = await stage.importNamed('broadcast-to-groups', provider);
	const rows = await run(stage, workflow, 'Start', 'Result Table');
	const text = 'The shop is closed on Monday. See you on Tuesday!';
	expect(await stage.answersIn(provider, id)).toEqual([text]);
	expect(await stage.answersIn(provider, other.id)).toEqual([text]);
	expect(rows.map(({ group }) => group).sort()).toEqual(['Kitchen', 'Launch crew']);
	for (const row of rows) {
		expect(row.result).toMatch(/^(sent|queued)$/);
		expect(row.problem).toBe('');
	}
};
