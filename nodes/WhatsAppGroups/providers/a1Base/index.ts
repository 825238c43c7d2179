import { phoneIn } from '../../contract/people';
import type { Provider } from '../../contract/Provider';
import { calls } from './calls';
import { explain } from './errors';
import { EVENTS, readEchoes, readEvents, readQuote } from './events';
import { media } from './media';
import { verifySignature } from './signature';

export const a1Base: Provider = {
	name: 'a1Base',
	displayName: 'A1Base',
	needs: 'An ordinary WhatsApp number, without an Official Business Account',
	credential: 'a1BaseGroupsApi',
	domain: 'a1base.com',
	apiKeyField: 'apiKey',
	numberOf: ({ accountId, agentNumber }) => [accountId, agentNumber],
	// In A1Base's samples, thread ids are plain numbers.
	numericGroupIds: true,
	plainGroupId: (id) => id,
	calls,
	groupsListed: 'Only groups that your agent number is a member of appear here.',
	groupIdExample: '123123',
	messagesKept: 'A1Base returns the 5 newest messages of a group, even if the limit is higher.',
	// The limit that A1Base's own Node SDK keeps (`src/api.ts`); the server's is not published.
	rates: { messages: { perSecond: 10, burst: 10 }, changes: { perSecond: 10, burst: 10 } },
	optionalInputs: {
		'message.send': ['caption'],
		'group.create': ['participants', 'initialMessage'],
		'group.update': ['subject', 'description', 'picture'],
	},
	explain,
	events: EVENTS,
	readEvents,
	readEchoes,
	readQuote,
	ownNumber: ({ agentNumber }) => ({ id: null, phone: phoneIn(agentNumber) }),
	mentions: true,
	media,
	secretIn: 'query',
	verifySignature,
	manualFields: { webhookSecret: 'Webhook Secret' },
	manualSetup:
		'In the A1Base dashboard, set this address as the webhook: the Production URL (see “Webhook URLs”), then ?secret= and the Webhook Secret of the credential, as in https://n8n.example.com/webhook/…/whatsapp-groups?secret=my-secret. While you build, use the Test URL in the same way. A1Base sends files inside the delivery: to receive large ones, raise N8N_PAYLOAD_SIZE_MAX.',
};
