/** Installs the n8n that the tests start, unless it is there already. N8N_VERSION chooses another one. */
import { findN8n, installN8n } from '../demo/n8nInstall';

void (async () => {
	if (findN8n() === undefined) await installN8n();
})();
