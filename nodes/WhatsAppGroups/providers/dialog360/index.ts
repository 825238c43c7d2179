import type { Provider } from '../../contract/Provider';
import { cloudProvider } from '../shared/cloudApi/cloudProvider';
import { calls } from './calls';
import { explain } from './errors';
import { media } from './media';
import { registration } from './registration';
import { templates } from './templates';

export const dialog360: Provider = {
	...cloudProvider('dialog360'),
	displayName: '360dialog',
	needs: 'A number with an Official Business Account',
	credential: 'dialog360GroupsApi',
	domain: '360dialog.io',
	apiKeyField: 'apiKey',
	numberOf: ({ apiKey }) => apiKey,
	calls,
	templates,
	explain,
	media,
	secretIn: 'header',
	registration,
	manualFields: { webhookSecret: 'Webhook Secret' },
	manualSetup:
		'In the 360dialog Hub, select your number, then Manage WhatsApp Business Account › WhatsApp Channel › Channel Webhook. Enter the Production URL (see “Webhook URLs”), and add a header X-Webhook-Secret with the Webhook Secret of the credential. While you build, use the Test URL in the same way.',
};
