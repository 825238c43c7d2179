/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { startFreshN8n } from './freshN8n';
import { shared, variable } from './running';

/** One n8n for all test files, except those that stop theirs. */
export default async function globalSetup(): Promise<void> {
	const { process: n8n, running } = await startFreshN8n('e2e');
	shared.e2eN8n = n8n;
	process.env[variable] = JSON.stringify(running);
}
