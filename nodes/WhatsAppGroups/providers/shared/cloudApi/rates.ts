import type { Budget, Rate } from '../../../contract/http';

/**
 * Limits of one number. Messages: 360dialog's throughput page, as Meta's. Uploads: 360dialog's media
 * pages. Group operations: Meta's “Error codes” names a limit (131208) without a figure; this one is
 * chosen here.
 */
export const CLOUD_RATES: Record<Exclude<Budget, 'reads'>, Rate> = {
	messages: { perSecond: 80, burst: 80 },
	uploads: { perSecond: 25, burst: 25 },
	changes: { perSecond: 10, burst: 20 },
};
