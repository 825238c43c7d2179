import { send, sendDirect } from '../../world/messages';
import { isAdmin } from '../../world/membership';
import { mediaTypeOf, mimeTypeOf } from '../../server/mimeTypes';
import type { Content, Group, MediaType, Message } from '../../world/model';
import { type Answer, ok, type Operation, type VendorRequest } from '../../server/provider';
import { accessOf, refusal } from './access';
import type { Account } from './state';

interface SendBody {
	content: string;
	from: string;
	thread_id: string;
	attachment_uri?: string;
}

interface UniversalBody {
	from: string;
	type: 'group' | 'individual';
	thread_id?: string;
	to?: string;
	content: { media_url: string; media_type: MediaType; caption?: string };
}

/** a1base.md#section-4. */
export function sendOperations(account: Account): Record<string, Operation> {
	const { world, settings } = account;
	const { ownAccount, ownNumber, thread } = accessOf(account);
	const answered = (answer: object): Answer =>
		ok(settings.wrapAnswers ? { status: 'success', data: answer } : answer);
	const sendTo = (group: Group, text: string, content: Content) => {
		mayWrite(group, world.business.id);
		return send(world, group, text, undefined, content);
	};

	return {
		sendGroupMessage: (request: VendorRequest<SendBody>) => {
			ownAccount(request);
			const { from, thread_id, content: text, attachment_uri: link } = request.body;
			ownNumber(from);
			const content = link === undefined ? { type: 'text' as const } : attachment(link);
			const message = sendTo(thread(thread_id), text, content);
			return answered({ chat_group_id: thread_id, ...common(from, text, message) });
		},

		// The response is not documented, so it is that of the older forms.
		sendMedia: (request: VendorRequest<UniversalBody>) => {
			ownAccount(request);
			const { from, thread_id, to, content: given } = request.body;
			ownNumber(from);
			const { media_url: link, media_type: type, caption } = given;
			const content: Content = { type, media: { link, mimeType: mimeTypeOf(link), caption } };
			const text = caption ?? '';
			if (to !== undefined) {
				const message = sendDirect(world, to.slice(1), text, content);
				return answered({ to, ...common(from, text, message) });
			}
			const message = sendTo(thread(thread_id as string), text, content);
			return answered({ chat_group_id: thread_id, ...common(from, text, message) });
		},
	};
}

const common = (from: string, body: string, { time }: Message) => ({
	from,
	body,
	status: 'queued',
	date_created: time,
});

/** An attachment has no type: its name decides (a1base.md#c1c). */
function attachment(link: string): Content {
	const mimeType = mimeTypeOf(link);
	return { type: mediaTypeOf(mimeType), media: { link, mimeType } };
}

/** With `announcement`, only admins write (a1base.md#d3). The status is inferred. */
function mayWrite(group: Group, agent: string): void {
	if (group.adminsOnly.write && !isAdmin(group, agent)) {
		throw refusal(400, 'Only admins write to this group');
	}
}
