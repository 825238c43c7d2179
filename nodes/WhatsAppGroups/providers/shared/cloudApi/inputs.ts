import type { Provider } from '../../../contract/Provider';

/** The inputs that Meta's Cloud API accepts beyond those that all providers share. */
export const CLOUD_INPUTS: Provider['optionalInputs'] = {
	'message.send': ['replyTo', 'previewUrl', 'file', 'id', 'caption', 'fileName', 'trace'],
	'group.create': ['description', 'joinApprovalMode'],
	'group.update': ['subject', 'description', 'picture'],
};
