import { readCloudEvents } from '../shared/cloudApi/events';
import { CLOUD_EVENTS } from '../shared/cloudApi/eventNames';
import { CLOUD_GROUP_ID_EXAMPLE, CLOUD_GROUPS_LISTED } from '../shared/cloudApi/groups';
import { CLOUD_INPUTS } from '../shared/cloudApi/inputs';
import { CLOUD_RATES } from '../shared/cloudApi/rates';
import type { Provider } from '../../contract/Provider';
import { echoesIn } from '../shared/cloudApi/statusEvents';
import { calls } from './calls';
import { explain } from './errors';
import { media } from './media';
import { registration } from './registration';
import { templates } from './templates';

export const dialog360: Provider = {
	name: 'dialog360',
	displayName: '360dialog',
	needs: 'A number with an Official Business Account',
	credential: 'dialog360GroupsApi',
	domain: '360dialog.io',
	apiKeyField: 'apiKey',
	numberOf: ({ apiKey }) => apiKey,
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
	readEvents: (body) => readCloudEvents('dialog360', CLOUD_EVENTS, body),
	readEchoes: echoesIn,
	media,
	secretIn: 'header',
	registration,
	manualFields: { webhookSecret: 'Webhook Secret' },
	manualSetup:
		'In the 360dialog Hub, select your number, then Manage WhatsApp Business Account › WhatsApp Channel › Channel Webhook. Enter the Production URL (see “Webhook URLs”), and add a header X-Webhook-Secret with the Webhook Secret of the credential. While you build, use the Test URL in the same way.',
};
