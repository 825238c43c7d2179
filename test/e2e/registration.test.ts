import { setWebhooksByHand } from './support/vendors';
import { Stage } from './support/stage';

jest.setTimeout(180_000);

const theirs = 'https://crm.example.com/hooks/whatsapp';

let stage: Stage;
beforeEach(async () => {
	stage = await Stage.create();
});
afterEach(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	await stage.close();
});

const registered = async (provider: 'dialog360' | 'oneMsg') =>
	(await stage.at(provider).webhooks()).map(({ url }) => url.split('?')[0]);

describe('1MSG', () => {
	it('has our address while the workflow is active, and not after', async () => {
		const workflow = await stage.importExample('oneMsg');
		await stage.activate('oneMsg', workflow);
		expect(await registered('oneMsg')).toEqual([stage.productionUrl(workflow)]);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('oneMsg')).toEqual([]);
	});

	it('keeps what was there beside ours', async () => {
		await setWebhooksByHand(stage.sandbox, 'oneMsg', theirs);
		const workflow = await stage.importExample('oneMsg', { onOccupied: 'addBeside' });
		await stage.activate('oneMsg', workflow);
		expect((await registered('oneMsg')).sort()).toEqual(
			[stage.productionUrl(workflow), theirs].sort(),
		);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('oneMsg')).toEqual([theirs]);
	});
});

describe('360dialog, which has room for one address', () => {
	it('is left alone when somebody else is there, and the refusal says who', async () => {
		await setWebhooksByHand(stage.sandbox, 'dialog360', theirs);
		const workflow = await stage.importExample('dialog360');

		await expect(stage.activate('dialog360', workflow)).rejects.toThrow(theirs);

		expect(await registered('dialog360')).toEqual([theirs]);
		await stage.n8n.deactivate(workflow.id);
		expect(await registered('dialog360')).toEqual([theirs]);
	});

	it('gets the other address back where ours was to replace it', async () => {
		await setWebhooksByHand(stage.sandbox, 'dialog360', theirs);
		const workflow = await stage.importExample('dialog360', { onOccupied: 'replace' });
		await stage.activate('dialog360', workflow);
		expect(await registered('dialog360')).toEqual([stage.productionUrl(workflow)]);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('dialog360')).toEqual([theirs]);
	});

	it('keeps ours when nothing was there before, and the log says so', async () => {
		const workflow = await stage.importExample('dialog360');
		await stage.activate('dialog360', workflow);
		await stage.n8n.deactivate(workflow.id);

		expect(await registered('dialog360')).toEqual([stage.productionUrl(workflow)]);
		expect(await stage.log()).toContain(
			`360dialog still has ${stage.productionUrl(workflow)} as its webhook`,
		);
	});
});
