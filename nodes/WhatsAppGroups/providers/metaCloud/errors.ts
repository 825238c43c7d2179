/** Source: Meta “Groups › Error codes”; code 190 (a bad token) is common knowledge of the Graph API. */
import { explainCloudError } from '../shared/cloudApi/errors';
import type { Problem } from '../../contract/http';

export function explain(status: number, body: unknown): Problem | undefined {
	const problem = explainCloudError(body);
	if (problem?.code === '2200') {
		return {
			...problem,
			message: 'Meta could not verify the webhook address. Check that the internet reaches n8n.',
			advice:
				'Meta called the address and did not get the expected response. Check that WEBHOOK_URL is the public address of n8n, and that no proxy, firewall or login blocks it.',
		};
	}
	if (status !== 401 && problem?.code !== '190') return problem;
	return {
		...problem,
		message: 'Meta does not accept the access token',
		advice:
			'Open the credential and paste the token again. Use a permanent token of a system user: temporary ones end after a day.',
	};
}
