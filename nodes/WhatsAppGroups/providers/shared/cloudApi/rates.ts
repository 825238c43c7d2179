import type { Budget, Rate } from '../../../contract/http';

/**
 * Rate limits of one number. Messages: 360dialog's throughput page, the same as Meta's. Uploads:
 * 360dialog's media pages. Group operations: our choice, because Meta's “Error codes” mentions a limit
 * (131208) without a figure.
 */
export const CLOUD_RATES: Record<Exclude<Budget, 'reads'>, Rate> = {
	messages: { perSecond: 80, burst: 80 },
	uploads: { perSecond: 25, burst: 25 },
	changes: { perSecond: 10, burst: 20 },
};
