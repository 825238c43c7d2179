/** One row of the table of scale: what was measured, its value, and what it is compared with. */
export interface Figure {
	what: string;
	value: string;
	/** The least possible, or the same run without the node. */
	base?: string;
	ratio?: number;
}

export const seconds = (value: number) => `${value.toFixed(1)} s`;
export const megabytes = (value: number) => `${value.toFixed(0)} MB`;
export const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
