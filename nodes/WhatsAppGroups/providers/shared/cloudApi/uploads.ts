/**
 * Files for messages. A file of the workflow is uploaded first, and the message contains its id.
 * Source: 360dialog media pages; sizes and types from the general Cloud API table as copied by AWS
 * End User Messaging Social and VTEX.
 */
import { checkMedia } from '../../../contract/mediaLimits';
import type { ProviderRequest } from '../../../contract/http';
import type { OutgoingMessage } from '../../../contract/operations';
import { textIn } from '../../../contract/values';

/** Returns the id to send: the given one, or that of a new upload; `undefined` for a link. */
export async function mediaIdOf(
	request: ProviderRequest,
	numberPath: string,
	message: OutgoingMessage,
): Promise<string | undefined> {
	if (message.type !== 'media' || 'url' in message.source) return undefined;
	if ('id' in message.source) return message.source.id;
	const { file } = message.source;
	checkMedia(message.mediaType, file);
	const { id } = await request({
		method: 'POST',
		path: `${numberPath}/media`,
		form: {
			fields: { messaging_product: 'whatsapp', type: file.mimeType },
			fileField: 'file',
			file,
		},
		budget: 'uploads',
		documented: (answer) => textIn(answer.id) !== null,
	});
	return textIn(id) ?? undefined;
}
