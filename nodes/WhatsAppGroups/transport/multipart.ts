import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { bytesOf } from '../contract/files';
import type { Call } from '../contract/http';

/**
 * Returns multipart form data as one buffer, so that a file is in memory only once. A form library would
 * be a runtime dependency, and Node's own `FormData` copies the file once more.
 */
export async function multipart({
	fields,
	fileField,
	file,
}: NonNullable<Call['form']>): Promise<{ body: Buffer; headers: IDataObject }> {
	const boundary = `form-${randomUUID()}`;
	const parts = Object.entries(fields).map(
		([name, value]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	);
	const head = `--${boundary}\r\nContent-Disposition: form-data; name="${fileField}"; filename="${quoted(file.fileName)}"\r\nContent-Type: ${file.mimeType}\r\n\r\n`;
	const body = await bytesOf(
		file,
		Buffer.from(parts.join('') + head),
		Buffer.from(`\r\n--${boundary}--\r\n`),
	);
	return {
		body,
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': body.length,
			Accept: 'application/json',
		},
	};
}

/** Escapes a file name for a header, as browsers do. */
function quoted(name: string): string {
	return name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
}
