import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { firstOf } from '../../support/firstOf';
import { samples, unknown } from '../deliveries/index';
import { comparable } from '../support/events';

describe.each(providers)('$displayName delivers', (provider) => {
	it.each(samples[provider.name])('$name', ({ body, events }) => {
		const read = provider.readEvents(body);

		expect(read.map(comparable)).toEqual(events.map(comparable));
		expect(read.every((event) => event.provider === provider.name)).toBe(true);
	});

	it.each(unknown[provider.name])('$name, which is passed on unchanged', ({ body, kept }) => {
		const read = provider.readEvents(body);

		expect(read.length).toBeGreaterThan(0);
		expect(read.every(({ event }) => event === 'other')).toBe(true);
		expect(JSON.stringify(firstOf(read).raw)).toContain(kept);
	});
});
