import { checkReceived } from '../../contract/mediaLimits';
import type { Provider } from '../../contract/Provider';
import { objectIn, textIn } from '../../contract/values';

const WITH_FILE = new Set(['image', 'video', 'audio', 'document']);

/**
 * Returns the file from the delivery, where it is base64. Source: A1Base “Webhook” page. A leading
 * `data:` part isn't documented, but accepted.
 */
export const media: Provider['media'] = async (_request, { message }, delivery) => {
	if (!message || !WITH_FILE.has(message.type)) return undefined;
	const data = textIn(objectIn(delivery.message_content).data) ?? '';
	const comma = data.startsWith('data:') ? data.indexOf(',') + 1 : 0;
	const mimeType = comma > 0 ? data.slice('data:'.length, comma).split(/[;,]/)[0] : undefined;
	checkReceived((data.length - comma) * 0.75);
	const bytes = Buffer.from(data.slice(comma), 'base64');
	if (bytes.length === 0) throw new Error('The delivery does not contain the file');
	return { bytes, mimeType: mimeType || undefined, fileName: message.media.fileName ?? undefined };
};
