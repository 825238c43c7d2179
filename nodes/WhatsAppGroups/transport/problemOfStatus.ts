import type { Problem } from '../contract/http';

type Words = Pick<Problem, 'message' | 'advice'>;

/**
 * Explains an HTTP status if the provider's response doesn't.
 *
 * @param recognized whether the response comes from the provider, not from a proxy
 */
export function problemOfStatus(provider: string, status: number, recognized: boolean): Words {
	if (status >= 200 && status < 300 && !recognized) {
		return {
			message: `${provider} responded with something other than the JSON it documents`,
			advice: 'Check the Base URL in the credential: it may lead to another server.',
		};
	}
	if (status >= 300 && status < 400) {
		return {
			message: `${provider} redirected the request to another address`,
			advice:
				'The node does not follow redirects, to keep your key safe. Check the Base URL in the credential.',
		};
	}
	if (status === 401) {
		return {
			message: `${provider} does not accept the key`,
			advice: 'Open the credential, check every field, and test it again.',
		};
	}
	if (status === 403) {
		return {
			message: `The request to ${provider} was blocked`,
			advice: recognized
				? `Check in your ${provider} account that your number is allowed to do this.`
				: `Check that the proxy or firewall of your n8n instance allows requests to ${provider}.`,
		};
	}
	if (status === 404) {
		return {
			message: `${provider} did not find the requested item`,
			advice: 'Check the group or message ID, and the Base URL in the credential.',
		};
	}
	if (status === 407) {
		return {
			message: `The proxy between n8n and ${provider} requires a login`,
			advice: 'Add the user name and password to the proxy settings of your n8n instance.',
		};
	}
	if (status === 429) {
		return {
			message: `${provider} received too many requests`,
			advice: 'Wait a few minutes, and send fewer messages at the same time.',
		};
	}
	if (status >= 500) {
		return {
			message: `${provider} could not process the request because of a problem on its side`,
			advice: recognized
				? 'Try again later, or send the response below to its support.'
				: `Try again later. If it happens again, check the proxy of your n8n instance and the status page of ${provider}.`,
		};
	}
	return {
		message: `${provider} did not accept the request`,
		advice: 'Compare the values of the fields with the response below.',
	};
}
