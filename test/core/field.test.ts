/** Deliveries as they were seen in the field, of which the filters or the order decide. */
import { randomUUID } from 'node:crypto';

import { fieldCases } from '../unit/deliveries';
import { signedCall, triggerWithSecret } from './support/signedCalls';

test.each(fieldCases)('$name', async ({ provider, parameters, deliveries, events }) => {
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
