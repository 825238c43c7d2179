/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { startFreshN8n } from './freshN8n';
import { shared, variable } from './running';

/** One n8n for all test files of a run or shard, except those that stop theirs. */
export default async function globalSetup({
	shard,
}: {
	shard?: { shardIndex: number };
}): Promise<void> {
	// Shards run at the same time.
	const name = ['e2e', shard?.shardIndex].filter(Boolean).join('-');
	const { process: n8n, running } = await startFreshN8n(name);
	shared.e2eN8n = n8n;
	process.env[variable] = JSON.stringify(running);
}
