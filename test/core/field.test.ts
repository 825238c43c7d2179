/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Deliveries seen in practice, whose outcome depends on the filters or the order. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../nodes/WhatsAppGroups/contract/ProviderName';
import { signedCall, triggerWithSecret } from './support/signedCalls';

interface FieldCase {
	name: string;
	/** Where it was seen. */
	source: string;
	provider: ProviderName;
	parameters: INodeParameters;
	/** One after another. */
	deliveries: IDataObject[];
	/** Parts of the items that runs start with. */
	events: IDataObject[];
}

const FOLDER = join(__dirname, '..', 'fixtures', 'field');
const cases = readdirSync(FOLDER).map(
	(file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FieldCase,
);

test.each(cases)('$name', async ({ provider, parameters, deliveries, events }) => {
	const trigger = triggerWithSecret(provider, randomUUID(), parameters);
	const seen = [];

	for (const delivery of deliveries) {
		const { status, items = [] } = await trigger.receive(
			signedCall(provider, JSON.stringify(delivery)),
		);
		expect(status).toBe(200);
		seen.push(...items);
	}

	expect(seen).toMatchObject(events);
});
