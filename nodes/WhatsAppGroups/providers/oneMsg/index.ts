import type { Provider } from '../../contract/Provider';
import { CLOUD_GROUPS_LISTED } from '../shared/cloudApi/groups';
import { calls } from './calls';
import { channelOf } from './channel';
import { explain } from './errors';
import { EVENTS, readEvents } from './events';
import { plainId } from './groupId';
import { media } from './media';
import { registration } from './registration';
import { templates } from './templates';

export const oneMsg: Provider = {
	name: 'oneMsg',
	displayName: '1MSG',
	needs: 'A number with an Official Business Account',
	credential: 'oneMsgGroupsApi',
	domain: '1msg.io',
	apiKeyField: 'apiKey',
	numberOf: channelOf,
	numericGroupIds: false,
	plainGroupId: plainId,
	calls,
	groupsListed: CLOUD_GROUPS_LISTED,
	groupIdExample: '120363046942338209@g.us',
	messagesKept: '1MSG returns messages only if your channel stores its history.',
	createsLater: true,
	// Our choice, well below the 80 messages per second that WhatsApp accepts from a number. 1MSG only
	// publishes the limit of its hosted MCP server, 60 calls per minute.
	rates: { messages: { perSecond: 20, burst: 20 }, changes: { perSecond: 10, burst: 20 } },
	templates,
	optionalInputs: {
		'message.send': ['replyTo', 'file', 'id', 'caption', 'fileName'],
		'group.create': ['description'],
		'group.update': ['subject', 'description', 'picture'],
	},
	explain,
	events: EVENTS,
	readEvents,
	media,
	secretIn: 'query',
	registration,
	manualFields: { webhookSecret: 'Webhook Secret' },
	manualSetup:
		'Add this address to the webhooks of your channel: the Production URL (see “Webhook URLs”), then ?secret= and the Webhook Secret of the credential, as in https://n8n.example.com/webhook/…/whatsapp-groups?secret=my-secret. While you build, use the Test URL in the same way.',
};
