import { ok, type Operation } from '../../server/provider';
import { TEMPLATE_NAMESPACE, templates } from '../cloudApi/templates';
import type { NormalizedMessage } from './normalized';
import type { Channel } from './state';

type SortKey = 'id' | 'name' | 'status';
type Query = Partial<Record<'limit' | 'offset' | NumberFilter, number>> & {
	sort?: SortKey;
	chatId?: string;
	msgId?: string;
	last?: boolean;
};
type NumberFilter = 'firstMessageNumber' | 'lastMessageNumber' | 'min_time' | 'max_time';

/** The channel's stored messages and templates (1msg.md#section-3). */
export function listOperations({ settings, history }: Channel): Record<string, Operation> {
	return {
		// `notice` is in 1msg.md#s3. When it comes and its text are inferred.
		listMessages: ({ query }) =>
			ok(
				settings.keepHistory
					? { messages: matching(history, query as Query) }
					: { notice: 'History storage is off on this channel', messages: [] },
			),

		listTemplates: ({ query }) => {
			const { limit = templates.length, offset = 0, sort = 'id' } = query as Query;
			const sorted = [...templates].sort((one, other) => one[sort].localeCompare(other[sort]));
			return ok({
				templates: sorted.slice(offset, offset + limit).map((template) => ({
					...template,
					status: template.status.toLowerCase(),
					namespace: TEMPLATE_NAMESPACE,
				})),
			});
		},
	};
}

/** Inferred: bounds include themselves, and a limit keeps the first ones, with `last` the newest. */
function matching(history: NormalizedMessage[], query: Query): NormalizedMessage[] {
	const { limit = 100, last, chatId, msgId } = query;
	const { firstMessageNumber = 0, lastMessageNumber = Infinity } = query;
	const { min_time: from = 0, max_time: until = Infinity } = query;
	const found = history.filter(
		(message) =>
			(chatId === undefined || message.chatId === chatId) &&
			(msgId === undefined || message.id === msgId) &&
			message.messageNumber >= firstMessageNumber &&
			message.messageNumber <= lastMessageNumber &&
			message.time >= from &&
			message.time <= until,
	);
	return last ? found.slice(-limit) : found.slice(0, limit);
}
