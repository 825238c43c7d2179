/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { join } from 'node:path';
import { demoFolder } from './folders';
import { loopback } from './ports';

export function n8nUrl(port: number): string {
	return `http://${loopback}:${port}`;
}

// n8n's default engine for expressions has builds for these. Elsewhere, such as on Macs with an Intel
// processor, it would need a compiler.
const hasDefaultEngine = ['darwin-arm64', 'linux-arm64', 'linux-x64', 'win32-x64'].includes(
	`${process.platform}-${process.arch}`,
);

/** The settings of our n8n: it listens on loopback only and reports to nobody. */
export function n8nEnvironment(
	userFolder: string,
	port: number,
	brokerPort: number,
): Record<string, string> {
	return {
		...harmlessEnvironment(),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: loopback,
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: n8nUrl(port),
		WEBHOOK_URL: n8nUrl(port),
		// Two n8n instances on one machine can't share it.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		// Without it the browser would send the login cookie over https only.
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// The default of n8n 2. Without it, n8n 1 shows an execution as ended before it has stored its data.
		DB_SQLITE_POOL_SIZE: '3',
		N8N_EXPRESSION_ENGINE: hasDefaultEngine ? 'vm' : 'quickjs',
		// Executions without expressions get by without the engine, and code is compiled once.
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
		// Compiling its code is a quarter of n8n's start.
		NODE_COMPILE_CACHE: join(demoFolder, 'compile-cache'),
	};
}

/** The variables that any process needs. Settings of n8n, Node or a test runner are left out. */
function harmlessEnvironment(): Record<string, string> {
	const needed =
		/^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|SystemRoot|SystemDrive|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA)$/i;
	const entries = Object.entries(process.env).filter(([name]) => needed.test(name));
	return Object.fromEntries(entries) as Record<string, string>;
}
