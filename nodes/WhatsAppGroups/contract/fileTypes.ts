/** Finds out a file's type from the type given with it, its first bytes, or its name. */

/** Types that WhatsApp lists under another name. */
const ALIASES: Record<string, string> = {
	'image/jpg': 'image/jpeg',
	'image/pjpeg': 'image/jpeg',
	'image/x-png': 'image/png',
	'video/3gp': 'video/3gpp',
	'video/m4v': 'video/mp4',
	'video/x-m4v': 'video/mp4',
	'application/mp4': 'video/mp4',
	'audio/x-aac': 'audio/aac',
	'audio/aacp': 'audio/aac',
	'audio/x-hx-aac-adts': 'audio/aac',
	'audio/x-amr': 'audio/amr',
	'audio/amr-nb': 'audio/amr',
	'audio/mp3': 'audio/mpeg',
	'audio/x-mp3': 'audio/mpeg',
	'audio/mpeg3': 'audio/mpeg',
	'audio/x-mpeg': 'audio/mpeg',
	'audio/m4a': 'audio/mp4',
	'audio/x-m4a': 'audio/mp4',
	'audio/x-ogg': 'audio/ogg',
	'audio/x-opus+ogg': 'audio/ogg',
	'application/ogg': 'audio/ogg',
	'application/x-pdf': 'application/pdf',
	'application/x-zip-compressed': 'application/zip',
};

/** Types by file extension. The first extension listed for a type is its usual one. */
const EXTENSIONS: Record<string, string> = {
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	gif: 'image/gif',
	webp: 'image/webp',
	mp4: 'video/mp4',
	m4v: 'video/mp4',
	'3gp': 'video/3gpp',
	mov: 'video/quicktime',
	aac: 'audio/aac',
	amr: 'audio/amr',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	oga: 'audio/ogg',
	opus: 'audio/opus',
	pdf: 'application/pdf',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	txt: 'text/plain',
	csv: 'text/plain',
	zip: 'application/zip',
};

/** First bytes, read as Latin-1, of the kinds that chats show. Source: file-type and libmagic. */
const SIGNATURES: Array<[RegExp, string]> = [
	[/^\xff\xd8\xff/, 'image/jpeg'],
	[/^\x89PNG/, 'image/png'],
	[/^GIF8/, 'image/gif'],
	[/^RIFF.{4}WEBP/s, 'image/webp'],
	[/^.{4}ftypM4[AB]/s, 'audio/mp4'],
	[/^.{4}ftyp3g/s, 'video/3gpp'],
	[/^.{4}ftypqt/s, 'video/quicktime'],
	[/^.{4}ftyp(?:hei|mif)/s, 'image/heic'],
	[/^.{4}ftyp/s, 'video/mp4'],
	[/^OggS/, 'audio/ogg'],
	[/^#!AMR/, 'audio/amr'],
	[/^(?:ID3|\xff[\xfb\xf3\xf2\xfa])/, 'audio/mpeg'],
	[/^\xff[\xf1\xf9]/, 'audio/aac'],
	[/^%PDF/, 'application/pdf'],
];

/** Bytes at the beginning of a file that `fileType` needs. */
export const SIGNATURE_LENGTH = 12;

/** Types that servers and nodes use for files of an unknown type. */
const UNKNOWN =
	/^(?:|\*\/\*|(?:application|binary)\/(?:octet-stream|force-download|download|binary|x-download|unknown|x-unknown))$/;

/** n8n also uses this type for a file that it can't recognize. */
const PLAIN = 'text/plain';

/**
 * Returns the type under which WhatsApp lists a file, with its parameters, such as a charset;
 * `undefined` if it can't be found out from the given type, the content or the name.
 */
export async function fileType(
	given: string,
	name: string,
	beginning: () => Promise<Uint8Array>,
): Promise<string | undefined> {
	const type = bareType(given);
	if (isUnknown(type)) return typeOfContent(await beginning()) ?? typeOfName(name);
	if (type === PLAIN) return typeOfContent(await beginning()) ?? given;
	return ALIASES[type] ?? (type.startsWith('text/') ? PLAIN : given.trim());
}

/** Returns whether a type says nothing about the file. */
export function isUnknown(type: string): boolean {
	return UNKNOWN.test(bareType(type));
}

/** Returns a type without its parameters, such as a charset. */
export function bareType(type: string): string {
	return (type.split(';')[0] ?? '').trim().toLowerCase();
}

function typeOfContent(beginning: Uint8Array): string | undefined {
	const text = Buffer.from(beginning.subarray(0, SIGNATURE_LENGTH)).toString('latin1');
	return SIGNATURES.find(([signature]) => signature.test(text))?.[1];
}

export function typeOfName(name: string): string | undefined {
	return EXTENSIONS[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}

/** Adds the usual extension to a name without one, because phones choose the app to open a file by it. */
export function withExtension(name: string, type: string): string {
	if (/\.(?=\w*[a-z])\w{1,8}$/i.test(name)) return name;
	const extension = Object.entries(EXTENSIONS).find(([, of]) => of === bareType(type))?.[0];
	return extension === undefined ? name : `${name}.${extension}`;
}
