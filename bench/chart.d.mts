import type { Sending } from './sending';

// Vega has types for modules only, which the rest of this project is not.
export function chartOf(sendings: Sending[], leastSeconds: number): Promise<string>;
