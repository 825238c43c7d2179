import {
	BINARY_ENCODING,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';

import { FieldError } from '../../contract/errors';
import { beginningOf } from '../../contract/files';
import { fileType, SIGNATURE_LENGTH, withExtension } from '../../contract/fileTypes';
import type { FileInput } from '../../contract/http';
import { objectIn } from '../../contract/values';

/** Base64 characters decoded at a time; a multiple of 4, so that each part can be decoded alone. */
const DECODED_AT_A_TIME = 65_536;

/**
 * Returns a file of the workflow: `given` is the name of a binary field, its path in *combined* binary
 * mode, or the file itself, from an expression. The content is read only when it is sent.
 */
export async function binaryFile(
	context: IExecuteFunctions,
	index: number,
	given: string | IDataObject,
): Promise<FileInput> {
	const binary = binaryDataOf(context, index, given);
	const fileName = binary.fileName || (typeof given === 'string' ? lastPart(given) : 'file');
	const content = await contentOf(context, fileName, binary);
	const file = { fileName, mimeType: binary.mimeType ?? '', ...content };
	if (file.size === 0) {
		throw new FieldError(
			'Input Data Field Name',
			`“${fileName}” is empty`,
			'Check the node that creates or downloads the file.',
		);
	}
	const mimeType = await fileType(
		file.mimeType,
		fileName,
		async () => await beginningOf(file, SIGNATURE_LENGTH),
	);
	return mimeType === undefined
		? file
		: { ...file, mimeType, fileName: withExtension(fileName, mimeType) };
}

/** Uses n8n's own helper, because it reads every binary mode of workflows. */
function binaryDataOf(
	context: IExecuteFunctions,
	index: number,
	given: string | IDataObject,
): Pick<IBinaryData, 'id' | 'data'> & Partial<IBinaryData> {
	try {
		return context.helpers.assertBinaryData(index, given as string | IBinaryData);
	} catch {
		throw notFound(context, index, given);
	}
}

function notFound(
	context: IExecuteFunctions,
	index: number,
	given: string | IDataObject,
): FieldError {
	const item = context.getInputData()[index];
	const names = [
		...Object.keys(item?.binary ?? {}),
		...Object.keys(objectIn(item?.json._files)).map((name) => `_files.${name}`),
	];
	return new FieldError(
		'Input Data Field Name',
		typeof given === 'string'
			? `The item has no file in “${given}”`
			: "“Input Data Field Name” is an object that isn't a file",
		names.length > 0
			? `It has files in: ${names.join(', ')}.`
			: 'Add a node before this one that downloads or reads the file.',
	);
}

async function contentOf(
	{ helpers }: IExecuteFunctions,
	fileName: string,
	{ id, data }: Pick<IBinaryData, 'id' | 'data'>,
): Promise<Pick<FileInput, 'size' | 'chunks'>> {
	if (id !== undefined) {
		const unreadable = (error: Error) => {
			throw new FieldError(
				'Input Data Field Name',
				`“${fileName}” could not be read`,
				`n8n may have deleted the file. Run the node that creates it again.\n${error.message}`,
			);
		};
		const { fileSize } = await helpers.getBinaryMetadata(id).catch(unreadable);
		return {
			size: fileSize,
			async *chunks() {
				const stream = await helpers.getBinaryStream(id).catch(unreadable);
				yield* stream as AsyncIterable<Uint8Array>;
			},
		};
	}
	// Base64 written by hand may contain line breaks.
	const base64 = data.replace(/\s+/g, '');
	return {
		size: Buffer.byteLength(base64, BINARY_ENCODING),
		async *chunks() {
			for (let at = 0; at < base64.length; at += DECODED_AT_A_TIME) {
				yield Buffer.from(base64.slice(at, at + DECODED_AT_A_TIME), BINARY_ENCODING);
			}
		},
	};
}

/** `_files.report` → `report`. */
function lastPart(path: string): string {
	return path.split('.').pop() ?? path;
}
