import type { Provider } from '../../contract/Provider';
import { trimmedIn } from '../../contract/values';
import { cloudProvider } from '../shared/cloudApi/cloudProvider';
import { calls } from './calls';
import { explain } from './errors';
import { media } from './media';
import { registration } from './registration';
import { verifySignature } from './signature';
import { templates } from './templates';
import { verifyToken } from './verifyToken';

export const metaCloud: Provider = {
	...cloudProvider('metaCloud'),
	displayName: 'Meta Cloud API',
	needs: 'A number with an Official Business Account, without a reseller',
	credential: 'metaCloudGroupsApi',
	domain: 'facebook.com',
	apiKeyField: 'accessToken',
	numberOf: ({ phoneNumberId }) => phoneNumberId,
	calls,
	templates,
	explain,
	ownNumber: ({ phoneNumberId }) => ({ id: trimmedIn(phoneNumberId), phone: null }),
	media,
	verifySignature,
	verifyToken,
	registration,
	manualFields: { appSecret: 'App Secret', verifyToken: 'Verify Token' },
	manualSetup:
		'First publish this workflow (in n8n 1: activate it), because Meta checks the URL immediately. Then, in the App Dashboard of your Meta app, open WhatsApp › Configuration. Paste the Production URL (see “Webhook URLs”) and the Verify Token of the credential, and subscribe to messages, group_lifecycle_update, group_participants_update, group_settings_update and group_status_update. While you build, use the Test URL instead.',
};
