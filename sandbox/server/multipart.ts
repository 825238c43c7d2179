import type { StoredFile } from '../world/files';

export interface Form {
	fields: Record<string, string>;
	files: Record<string, StoredFile>;
}

/** Reads a multipart body with Node's own fetch. Throws if it can't. */
export async function readForm(body: Buffer, contentType: string): Promise<Form> {
	const form: Form = { fields: {}, files: {} };
	const parts = await new Response(new Uint8Array(body), {
		headers: { 'content-type': contentType },
	}).formData();
	for (const [name, value] of parts) {
		if (typeof value === 'string') form.fields[name] = value;
		else {
			const bytes = Buffer.from(await value.arrayBuffer());
			form.files[name] = { name: value.name, mimeType: value.type, bytes };
		}
	}
	return form;
}
