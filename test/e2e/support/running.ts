/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import type { N8nProcess } from '../../../demo/n8nProcess';

/** The one n8n of a test run, as the test files get to know it. */
export interface RunningN8n {
	url: string;
	cookie: string;
	logFile: string;
}

/** The set-up shares it with the test files, which may run in other processes, by this variable. */
export const variable = 'E2E_RUNNING_N8N';

/** The set-up shares the process itself with the tear-down. */
export const shared = globalThis as { e2eN8n?: N8nProcess };
