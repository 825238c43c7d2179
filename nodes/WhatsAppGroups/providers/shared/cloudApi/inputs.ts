import type { Provider } from '../../../contract/Provider';

/** What Meta's Cloud API takes beyond what all providers share. */
export const CLOUD_INPUTS: Provider['optionalInputs'] = {
	'message.send': ['replyTo', 'previewUrl', 'file', 'id', 'caption', 'fileName'],
	'group.create': ['description', 'joinApprovalMode'],
	'group.update': ['subject', 'description', 'picture'],
};
