/** Before n8n-core is loaded: it reads its settings from the environment, and writes some itself. */
const { join } = require('node:path');

// Settings of a developer's own n8n and proxy must not affect the tests.
for (const name of Object.keys(process.env)) {
	if (/^N8N_|_PROXY$/i.test(name)) delete process.env[name];
}

const cache = join(__dirname, '../../node_modules/.cache/n8n-core');
Object.assign(process.env, {
	// For this process only, so that no other writes there at the same time.
	N8N_USER_FOLDER: join(cache, process.env.JEST_WORKER_ID),
	N8N_ENCRYPTION_KEY: 'only-for-tests',
	N8N_LOG_LEVEL: 'silent',
});
