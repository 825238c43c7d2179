import { actionType, sandboxCredential } from '../demo/examples';
import { SandboxClient } from '../demo/sandboxClient';
import { startSandbox } from '../sandbox';
import { seconds, type Figure } from './figures';
import type { MeasuredN8n } from './n8n';

const GROUPS = 10_000;

/** How long the editor's list of groups needs for its first page, and to search all of its groups. */
export async function measurePicker({ client }: MeasuredN8n): Promise<Figure[]> {
	const sandbox = await startSandbox();
	try {
		const provider = new SandboxClient(sandbox.url, 'dialog360');
		for (let number = 0; number < GROUPS; number++) {
			await provider.createGroup({ subject: `Group ${number}`, participants: [] });
		}
		const draft = sandboxCredential('dialog360', sandbox.accounts.dialog360, '');
		const { id, name, type } = await client.saveCredential({ ...draft, name: 'Picker' });
		const timed = async (filter?: string) => {
			const before = (await provider.calls()).length;
			const begun = performance.now();
			const choices = await client.listChoices({
				path: 'parameters.group',
				methodName: 'searchGroups',
				nodeTypeAndVersion: { name: actionType, version: 1 },
				currentNodeParameters: { provider: 'dialog360', resource: 'message', operation: 'send' },
				credentials: { [type]: { id, name } },
				filter,
			});
			const took = (performance.now() - begun) / 1000;
			const requests = (await provider.calls()).length - before;
			return { took, requests, found: choices.length };
		};
		const page = await timed();
		const search = await timed('No such group');
		return [
			{
				what: `picker with ${GROUPS} groups: first page (${page.found} groups, ${page.requests} requests)`,
				value: seconds(page.took),
			},
			{
				what: `picker: search through all groups (${search.requests} requests)`,
				value: seconds(search.took),
			},
		];
	} finally {
		await sandbox.close();
	}
}
