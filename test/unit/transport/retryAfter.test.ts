import { retryAfterIn } from '../../../nodes/WhatsAppGroups/transport/retryAfterIn';

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);
beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

test.each([
	['1', 1000],
	['120', 120_000],
	['0', 0],
	['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
	['Mon, 23 Nov 2026 11:00:00 GMT', 0],
	['soon', undefined],
	['', undefined],
	[undefined, undefined],
])('%s', (value, ms) => {
	expect(retryAfterIn({ 'retry-after': value })).toBe(ms);
});
