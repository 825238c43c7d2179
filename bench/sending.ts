import type { MeasuredN8n } from './n8n';
import type { Count, Limit, StandIn } from './standIn';
import { nothing, sendingWorkflow, type Load, type Sender } from './workflows';

/** For one run, in seconds. The slowest needs half a minute. */
const LONGEST_SECONDS = 120;

export interface Sending extends Count {
	name: string;
	groups: number;
	limited: boolean;
	/** Of the sending node alone, as n8n measures it. */
	seconds: number;
	/** Of n8n's process for each message, minus the same run with a node that does nothing. */
	cpuMsPerItem: number;
	lost: number;
}

export async function measureSending(
	n8n: MeasuredN8n,
	standIn: StandIn,
	load: Load,
	sender: Sender,
	limit?: Limit,
): Promise<Sending> {
	const idle = await cpuOf(n8n, load, nothing);
	standIn.reset(limit);
	const { seconds, cpuMs } = await cpuOf(n8n, load, sender);
	const count = standIn.count();
	return {
		...count,
		name: sender.name,
		groups: load.groups,
		limited: limit !== undefined,
		seconds,
		cpuMsPerItem: (cpuMs - idle.cpuMs) / load.messages,
		lost: load.messages - (count.delivered - count.doubled),
	};
}

/** The shortest time in which a provider with this limit can accept all of them. */
export function leastSeconds({ messages }: Load, { perSecond, burst }: Limit): number {
	return (messages - burst) / perSecond;
}

async function cpuOf({ client, use }: MeasuredN8n, load: Load, sender: Sender) {
	const { id } = await client.createWorkflow(sendingWorkflow(load, sender));
	const before = await use();
	const execution = await client.finishedExecution(await client.run(id, 'Start'), LONGEST_SECONDS);
	const { cpuMs } = await use();
	const { runData, error } = execution.data.resultData;
	if (error) throw new Error(`${sender.name}: ${error.message}`);
	const [sent] = runData.Send ?? [];
	if (sent === undefined) throw new Error(`${sender.name}: nothing was sent`);
	return { seconds: sent.executionTime / 1000, cpuMs: cpuMs - before.cpuMs };
}
