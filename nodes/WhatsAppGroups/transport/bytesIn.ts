import type { IN8nHttpFullResponse } from 'n8n-workflow';

/** Limits on a file from another server. */
interface Bounds {
	/** Throws if the file is too large. */
	check(size: number): void;
	/** For the whole of the file. */
	deadline: AbortSignal;
}

/**
 * Reads the file of a response that was requested as a stream. Throws if the response isn't a success
 * or as soon as the file exceeds a limit, and closes the connection.
 */
export async function bytesIn(
	{ statusCode, body }: IN8nHttpFullResponse,
	{ check, deadline }: Bounds,
): Promise<Buffer> {
	// n8n types a streamed body as JSON.
	const stream = body as unknown as AsyncIterable<Buffer> & { destroy(error?: Error): void };
	if (statusCode < 200 || statusCode >= 300) {
		stream.destroy();
		throw new Error(`The server responded with HTTP ${statusCode}`);
	}
	const stop = () => stream.destroy(deadline.reason as Error);
	if (deadline.aborted) stop();
	deadline.addEventListener('abort', stop);
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		// Leaving the loop closes the connection.
		for await (const chunk of stream) {
			size += chunk.length;
			check(size);
			chunks.push(chunk);
		}
	} finally {
		// Several files can share a deadline.
		deadline.removeEventListener('abort', stop);
	}
	return Buffer.concat(chunks, size);
}
