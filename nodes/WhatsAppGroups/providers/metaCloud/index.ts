import { CLOUD_EVENTS } from '../shared/cloudApi/eventNames';
import { readCloudEvents } from '../shared/cloudApi/events';
import { CLOUD_GROUP_ID_EXAMPLE, CLOUD_GROUPS_LISTED } from '../shared/cloudApi/groups';
import { CLOUD_INPUTS } from '../shared/cloudApi/inputs';
import { CLOUD_RATES } from '../shared/cloudApi/rates';
import type { Provider } from '../../contract/Provider';
import { trimmedIn } from '../../contract/values';
import { echoesIn } from '../shared/cloudApi/statusEvents';
import { calls } from './calls';
import { explain } from './errors';
import { media } from './media';
import { registration } from './registration';
import { verifySignature } from './signature';
import { verifyToken } from './verifyToken';
import { templates } from './templates';

export const metaCloud: Provider = {
	name: 'metaCloud',
	displayName: 'Meta Cloud API',
	needs: 'A number with an Official Business Account, without a reseller',
	credential: 'metaCloudGroupsApi',
	domain: 'facebook.com',
	apiKeyField: 'accessToken',
	numberOf: ({ phoneNumberId }) => phoneNumberId,
	numericGroupIds: false,
	plainGroupId: (id) => id,
	calls,
	groupsListed: CLOUD_GROUPS_LISTED,
	groupIdExample: CLOUD_GROUP_ID_EXAMPLE,
	createsLater: true,
	rates: CLOUD_RATES,
	templates,
	optionalInputs: CLOUD_INPUTS,
	explain,
	events: CLOUD_EVENTS,
	readEvents: (body) => readCloudEvents('metaCloud', CLOUD_EVENTS, body),
	readEchoes: echoesIn,
	ownNumber: ({ phoneNumberId }) => ({ id: trimmedIn(phoneNumberId), phone: null }),
	media,
	verifySignature,
	verifyToken,
	registration,
	manualFields: { appSecret: 'App Secret', verifyToken: 'Verify Token' },
	manualSetup:
		'First publish this workflow (in n8n 1: activate it), because Meta checks the URL immediately. Then, in the App Dashboard of your Meta app, open WhatsApp › Configuration. Paste the Production URL (see “Webhook URLs”) and the Verify Token of the credential, and subscribe to messages, group_lifecycle_update, group_participants_update, group_settings_update and group_status_update. While you build, use the Test URL instead.',
};
