import type { Problem } from '../contract/http';

/** What an HTTP status alone tells, where the provider's answer tells no more. */
export function problemOfStatus(provider: string, status: number): Problem {
	if (status >= 200 && status < 300) {
		return {
			message: `${provider} answered with something other than the JSON it documents`,
			advice: 'Check the Base URL in the credential: it may lead to another server.',
		};
	}
	if (status >= 300 && status < 400) {
		return {
			message: `${provider} wants to send the request to another address`,
			advice:
				'Requests are not redirected, to keep your key safe. Check the Base URL in the credential.',
		};
	}
	if (status === 401 || status === 403) {
		return {
			message: `${provider} refused the key`,
			advice: 'Open the credential, check every field, and use its Test.',
		};
	}
	if (status === 404) {
		return {
			message: `${provider} does not know what was asked for`,
			advice: 'Check the group or message ID, and the Base URL in the credential.',
		};
	}
	if (status === 429) {
		return {
			message: `${provider} has received too many requests`,
			advice: 'Wait a little and send fewer at a time.',
			rateLimited: true,
		};
	}
	if (status >= 500) {
		return {
			message: `${provider} could not process the request: the fault is on its side`,
			advice: 'Try again later, or ask its support with the answer below.',
		};
	}
	return {
		message: `${provider} did not accept the request`,
		advice: 'Compare the values of the fields with the answer below.',
	};
}
