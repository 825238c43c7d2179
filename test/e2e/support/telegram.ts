/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import axios from 'axios';
import { sampleFile } from '../../../sandbox/world/files';

const deskChat = { id: -1001234567890, type: 'supergroup' };

/** A message that the bot posted in the desk. */
export interface Post {
	id: number;
	text: string;
	replyTo: number;
	/** Whether it is a file. */
	isFile: boolean;
}

/** A Telegram group with one bot in it, behind the part of Telegram's Bot API that n8n calls. */
export async function startTelegram() {
	const posts: Post[] = [];
	let webhook: { url: string; secret_token: string } | undefined;
	let newestId = 100;

	const methods: Record<string, (body: Record<string, unknown>) => unknown> = {
		getWebhookInfo: () => ({ url: webhook?.url ?? '' }),
		setWebhook: ({ url, secret_token }) => {
			webhook = { url: String(url), secret_token: String(secret_token) };
			return true;
		},
		deleteWebhook: () => true,
		sendMessage: ({ text, reply_to_message_id }) => post(text, reply_to_message_id, false),
		sendDocument: ({ caption, reply_to_message_id }) => post(caption, reply_to_message_id, true),
		getFile: () => ({ file_path: 'photos/photo.jpg' }),
	};
	function post(text: unknown, replyTo: unknown, isFile: boolean) {
		const id = ++newestId;
		posts.push({ id, text: String(text), replyTo: Number(replyTo), isFile });
		return { message_id: id, chat: deskChat };
	}

	const server = createServer(async (request, response) => {
		const [, kind, method] = /^\/(file\/)?bot[^/]+\/([^?]*)/.exec(request.url ?? '') ?? [];
		const body = await fieldsOf(request);
		if (kind) return response.end(sampleFile('photo.jpg')!.bytes);
		response.setHeader('Content-Type', 'application/json');
		return response.end(JSON.stringify({ ok: true, result: methods[method!]!(body) }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		posts,
		/** Somebody writes in the desk. Telegram doesn't report what the bot itself writes. */
		write: async (content: object, replyTo?: number): Promise<number> => {
			const id = ++newestId;
			const reply = replyTo && { reply_to_message: { message_id: replyTo } };
			const from = { id: 1, first_name: 'Sam' };
			const message = { message_id: id, from, chat: deskChat, ...content, ...reply };
			const headers = { 'X-Telegram-Bot-Api-Secret-Token': webhook?.secret_token };
			await axios.post(webhook!.url, { update_id: id, message }, { headers });
			return id;
		},
		close: () => server.close(),
	};
}

/** A JSON body, or the text fields of a form with a file. */
async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
	const body = (await buffer(request)).toString('latin1');
	if (body === '') return {};
	if (!request.headers['content-type']?.startsWith('multipart/')) {
		return JSON.parse(Buffer.from(body, 'latin1').toString());
	}
	const fields = body.matchAll(/name="(\w+)"\r\n\r\n([^]*?)\r\n--/g);
	return Object.fromEntries(
		[...fields].map(([, name, value]) => [name, Buffer.from(value!, 'latin1').toString()]),
	);
}
