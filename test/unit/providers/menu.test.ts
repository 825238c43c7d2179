import { WhatsAppGroups } from '../../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';

/**
 * n8n's editor hides a parameter whose every value has a credential of its own, when the credentials
 * name it as it is: n8n would treat it as a choice of sign-in. Seen in n8n 2.41.
 */
it.each([new WhatsAppGroups(), new WhatsAppGroupsTrigger()])(
	'the provider of $description.displayName stays in the panel and decides the credential',
	({ description: { credentials = [], properties } }) => {
		const parameters = properties.map(({ name }) => name);
		const deciding = credentials.flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);

		expect(parameters).toContain('provider');
		expect(deciding).toEqual(credentials.map(() => '/provider'));
		expect(parameters).not.toContain('/provider');
	},
);
