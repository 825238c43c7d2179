import { jpegSize, type StoredFile } from '../../world/files';
import { refuse } from './errors';

/** meta-groups.md#m1, meta-groups.md#m4: JPEG, at most 5 MB, square, at least 192 pixels. */
const MAX_BYTES = 5 * 1024 * 1024;
const MIN_SIDE = 192;

/** Inferred: 131009 for another type and for a file that is too large. The other codes are Meta's. */
export function checkedPicture({ bytes, mimeType }: StoredFile): void {
	const size = jpegSize(bytes);
	if (!size || mimeType !== 'image/jpeg') throw refuse(131009, 'The picture is not a JPEG');
	if (bytes.length > MAX_BYTES) throw refuse(131009, 'The picture is larger than 5 MB');
	const { width, height } = size;
	if (width !== height) throw refuse(131209, `The picture is ${width}×${height}`);
	if (width < MIN_SIDE) throw refuse(131210, `The picture is ${width}×${height}`);
}
