/** Before n8n-core is loaded: it writes its settings into the user folder. */
const { tmpdir } = require('node:os');
const { join } = require('node:path');

process.env.N8N_USER_FOLDER ??= join(tmpdir(), 'whatsapp-groups-test');
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-tests';
process.env.N8N_LOG_LEVEL = 'silent';
