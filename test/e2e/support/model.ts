/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface ChatMessage {
	role: string;
	content: unknown;
}

export interface ChatRequest {
	messages: ChatMessage[];
	tools: Array<{ function: { name: string; parameters: object } }>;
	stream?: boolean;
}

/** The model's next turn: a text, or a tool call. */
export type Turn = { text: string } | { tool: string; input: object };

/**
 * A chat model with OpenAI's API, whose turns `next` computes from the conversation so far.
 *
 * @param others what it answers at other paths, such as `/v1/audio/transcriptions`
 */
export async function startModel(
	next: (request: ChatRequest) => Turn,
	others: Record<string, object> = {},
) {
	const requests: ChatRequest[] = [];
	const server = createServer(async (incoming, answer) => {
		const other = others[incoming.url ?? ''];
		if (other) {
			answer.setHeader('Content-Type', 'application/json');
			incoming.resume().on('end', () => answer.end(JSON.stringify(other)));
			return;
		}
		const request = (await json(incoming)) as ChatRequest;
		requests.push(request);
		const turn = next(request);
		const choice = { index: 0, finish_reason: 'text' in turn ? 'stop' : 'tool_calls' };
		const common = { id: 'chat-1', created: 1, model: 'stand-in' };
		const message = messageOf(turn, requests.length);
		if (!request.stream) {
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			const choices = [{ ...choice, message }];
			answer.setHeader('Content-Type', 'application/json');
			answer.end(JSON.stringify({ ...common, object: 'chat.completion', choices, usage }));
			return;
		}
		const choices = [{ ...choice, delta: message }];
		answer.setHeader('Content-Type', 'text/event-stream');
		const chunk = { ...common, object: 'chat.completion.chunk', choices };
		answer.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	return { url, requests, close: () => server.close() };
}

function messageOf(turn: Turn, number: number) {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const call = { name: turn.tool, arguments: JSON.stringify(turn.input) };
	const toolCall = { index: 0, id: `call-${number}`, type: 'function', function: call };
	return { role: 'assistant', content: null, tool_calls: [toolCall] };
}
