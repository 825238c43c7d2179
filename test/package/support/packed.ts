/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** The package as it is published: made once for all test files by `globalSetup`. */
export interface Packed {
	/** Holds everything below; deleted in the end. */
	temporary: string;
	tarball: string;
	/** The unpacked tarball. `node_modules` in it is the project's. */
	folder: string;
}

const variable = 'PACKED_PACKAGE';

/** Test files may run in other processes, which get to know it by this variable. */
export function announce(packed: Packed): void {
	process.env[variable] = JSON.stringify(packed);
}

export function packed(): Packed {
	return JSON.parse(process.env[variable] ?? '') as Packed;
}
