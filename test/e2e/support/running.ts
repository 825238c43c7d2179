/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import type { N8nProcess } from '../../../demo/n8nProcess';

/** The one n8n of a test run, which all test files share. */
export interface RunningN8n {
	url: string;
	/** Where providers deliver, where that is another process. */
	webhookUrl?: string;
	cookie: string;
	logFile: string;
}

/** Passes it from the set-up to the test files, which may run in other processes. */
export const variable = 'E2E_RUNNING_N8N';

/** Passes the process from the set-up to the teardown. */
export const shared = globalThis as { e2eN8n?: N8nProcess };
