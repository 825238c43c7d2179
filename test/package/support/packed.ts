/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** The package as published. `globalSetup` builds it once for all test files. */
export interface Packed {
	/** Holds everything below. Deleted at the end. */
	temporary: string;
	tarball: string;
	/** The unpacked tarball. `node_modules` in it is the project's. */
	folder: string;
}

const variable = 'PACKED_PACKAGE';

/** Passes the folder to test files that run in other processes. */
export function announce(packed: Packed): void {
	process.env[variable] = JSON.stringify(packed);
}

export function packed(): Packed {
	return JSON.parse(process.env[variable] ?? '') as Packed;
}
