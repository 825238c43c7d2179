import type { Provider } from '../../contract/Provider';
import { textIn } from '../../contract/values';

/**
 * A link in 1MSG's own form, an id in the raw one, which `/retrieveMedia` turns into a link of some
 * minutes. Source: 1MSG SDK `c/docs/message.md`, MCP tool list. That the links take no key is
 * inferred: their host is not published, so no key is sent there.
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
