import type { Provider } from '../Provider';
import { calls } from './calls';
import { explain } from './errors';
import { EVENTS, readEvents } from './events';
import { plainId } from './groupId';
import { registration } from './registration';

export const oneMsg: Provider = {
	name: 'oneMsg',
	displayName: '1MSG',
	credential: 'oneMsgGroupsApi',
	numericGroupIds: false,
	plainGroupId: plainId,
	calls,
	optionalInputs: { 'group.create': ['description'] },
	explain,
	events: EVENTS,
	readEvents,
	secretIn: 'query',
	registration,
	manualSetup:
		'Add the Production URL to the webhooks of your channel, with ?secret= and the Webhook Secret of the credential behind it.',
};
