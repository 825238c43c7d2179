/**
 * 1MSG has two forms of a group id: plain on the group endpoints, and with `@g.us` as a chat.
 * Source: 1MSG MCP tool list (update tool) and the sample chat id of its OpenAPI contract. Inferred from
 * its command-line client: both identify the same group.
 */
const SUFFIX = '@g.us';

export function plainId(groupId: string): string {
	return groupId.endsWith(SUFFIX) ? groupId.slice(0, -SUFFIX.length) : groupId;
}

export function chatId(groupId: string): string {
	return plainId(groupId) + SUFFIX;
}

export function isGroupChat(chatId: string): boolean {
	return chatId.endsWith(SUFFIX);
}
