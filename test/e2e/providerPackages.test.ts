/** The packages for one provider each, together in an n8n that does not have the whole package. */
import { projectFolder } from '../../demo/folders';
import { providerNames } from '../../demo/providers';
import type { N8nProcess } from '../../demo/n8nProcess';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { makeProviderPackage, packageName } from '../../scripts/providerPackages';
import { startFreshN8n } from './support/freshN8n';
import { ana, Stage } from './support/stage';

jest.setTimeout(300_000);

let n8n: N8nProcess;
let stage: Stage;
beforeAll(async () => {
	const tarballs: string[] = [];
	for (const provider of providers) {
		tarballs.push(await makeProviderPackage(provider, `${projectFolder}/.demo/provider-packages`));
	}
	const { process, running } = await startFreshN8n('e2e-provider-packages', tarballs);
	n8n = process;
	stage = await Stage.create(running);
});
afterAll(async () => {
	await stage?.close();
	await n8n?.stop();
});

it.each(providerNames)(
	'%s: a workflow of the whole package runs after its node types are renamed',
	async (name) => {
		const provider = providers.find((one) => one.name === name)!;
		const workflow = await stage.importNamed(`answer-in-group.${name}`, name, (draft) => {
			delete draft.pinData;
			for (const node of draft.nodes) {
				node.type = node.type.replace('n8n-nodes-whatsapp-groups.', `${packageName(provider)}.`);
			}
		});
		await stage.activate(name, workflow);
		const { id } = await stage.createGroup(name);

		await stage.at(name).write(id, ana.id, 'Hello');

		expect(await stage.answersIn(name, id)).toEqual(['Thank you, Ana! You wrote: Hello']);
		await stage.n8n.deactivate(workflow.id);
	},
);
