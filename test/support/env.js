/** Before n8n-core is loaded: it reads its settings from the environment, and writes some itself. */
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Settings of a developer's own n8n and proxy must not affect the tests.
for (const name of Object.keys(process.env)) {
	if (/^N8N_|_PROXY$/i.test(name)) delete process.env[name];
}

Object.assign(process.env, {
	// For this process only, so that no other writes there at the same time.
	N8N_USER_FOLDER: join(tmpdir(), 'whatsapp-groups-n8n-core', String(process.pid)),
	N8N_ENCRYPTION_KEY: 'only-for-tests',
	N8N_LOG_LEVEL: 'silent',
});
