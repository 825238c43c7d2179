import type { Provider } from '../../contract/Provider';
import { textIn } from '../../contract/values';

/**
 * 1MSG's own form has a link, the raw form an id that `/retrieveMedia` converts to a link valid for some
 * minutes. Source: 1MSG SDK `c/docs/message.md`, MCP tool list. Inferred: the links don't require the
 * key. 1MSG doesn't document their host, so the key isn't sent there.
 */
export const media: Provider['media'] = async (request, { message }) => {
	if (!message) return undefined;
	const { id, url, mimeType, fileName } = message.media;
	const link = url ?? (id === null ? null : await linkOf(id));
	if (link === null) return undefined;
	const file = await request.fetch(link, 'public');
	return { ...file, mimeType: mimeType ?? file.mimeType, fileName: fileName ?? undefined };

	async function linkOf(mediaId: string): Promise<string> {
		const answer = await request({ method: 'GET', path: '/retrieveMedia', query: { mediaId } });
		return textIn(answer.url) ?? '';
	}
};
