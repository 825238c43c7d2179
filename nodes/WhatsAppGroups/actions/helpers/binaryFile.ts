import type { IExecuteFunctions } from 'n8n-workflow';

import { fileOfBytes } from '../../contract/files';
import type { FileInput } from '../../contract/http';
import { FieldError } from '../../contract/errors';

/** A file of the item. Stored outside the item it is streamed, so that it is in memory only once. */
export async function binaryFile(
	context: IExecuteFunctions,
	index: number,
	property: string,
): Promise<FileInput> {
	const files = context.getInputData()[index]?.binary ?? {};
	const binary = files[property];
	if (binary === undefined) {
		const names = Object.keys(files);
		throw new FieldError(
			'Input Data Field Name',
			`The item has no file in “${property}”`,
			names.length > 0
				? `It has files in: ${names.join(', ')}.`
				: 'Put a node before this one that fetches or reads the file.',
		);
	}
	const fileName = binary.fileName ?? property;
	const { id, mimeType } = binary;
	if (id === undefined) {
		const bytes = await context.helpers.getBinaryDataBuffer(index, property);
		return fileOfBytes(bytes, fileName, mimeType);
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return {
		fileName,
		mimeType,
		size: fileSize,
		async *chunks() {
			yield* (await context.helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>;
		},
	};
}
