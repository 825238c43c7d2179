import type { Figure } from './figures';
import type { MeasuredN8n, Profile } from './n8n';
import type { StandIn } from './standIn';
import { nothing, sendingWorkflow, type Sender } from './workflows';

const MESSAGES = 2000;

/**
 * CPU of a message, minus the same run with a node that does nothing, and its share of each owner: our
 * own files, n8n and its libraries, and Node itself. The shares are those of a profile, which counts
 * elapsed time: on a busy machine, only the shares are exact.
 */
export async function measureCpu(
	n8n: MeasuredN8n,
	standIn: StandIn,
	sender: Sender,
): Promise<Figure[]> {
	const profileOf = async (measured: Sender) => {
		const draft = sendingWorkflow({ messages: MESSAGES, groups: 100 }, measured);
		const { id } = await n8n.client.createWorkflow(draft);
		standIn.reset();
		const before = await n8n.use();
		await n8n.startProfile();
		await n8n.client.finishedExecution(await n8n.client.run(id, 'Start'), 120);
		const times = await n8n.endProfile();
		return { times, cpuMs: (await n8n.use()).cpuMs - before.cpuMs };
	};
	// The first run warms n8n up.
	await profileOf(sender);
	const base = await profileOf(nothing);
	const { times, cpuMs } = await profileOf(sender);
	const timeOf = (owner: keyof Profile) => times[owner] - base.times[owner];
	const elapsed = timeOf('own') + timeOf('n8n') + timeOf('node');
	const total = (cpuMs - base.cpuMs) / MESSAGES;
	const figure = (what: string, owner: keyof Profile): Figure => {
		const ratio = timeOf(owner) / elapsed;
		return {
			what: `CPU per message: ${what}`,
			value: `${(total * ratio).toFixed(2)} ms`,
			base: `${total.toFixed(2)} ms`,
			ratio,
		};
	};
	return [
		figure('this package', 'own'),
		figure('n8n and its libraries', 'n8n'),
		figure('Node', 'node'),
	];
}
