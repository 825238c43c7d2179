/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** With the protection of n8n 2.41 that keeps requests out of private networks. */
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { startServer } from './support/servers';

// n8n reads it before its first request.
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';

const sandbox = useSandbox();

test.each(['127.0.0.1', 'localhost'])(
	'%s, which n8n refuses, is tried once, and the error names the setting',
	async (host) => {
		const server = await startServer((_request, response) => void response.end('{}'));
		const baseUrl = server.url.replace('127.0.0.1', host);

		const { error, details } = failureIn(
			await sandbox.run(
				'dialog360',
				'message.send',
				{ group: groupField('group-1'), text: 'Hi' },
				{ account: { baseUrl }, onError: 'continueRegularOutput' },
			),
		);

		expect(error).toMatch(/n8n did not send/);
		expect(details.description).toMatch(/SSRF protection/);
		expect(details.description).not.toMatch(/tried|before you run/);
		expect(details.status).toBeUndefined();
		expect(server.seen).toEqual([]);
	},
);
