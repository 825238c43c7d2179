/** What n8n's HTTP helper rejects with: an error of its own that wraps others. */
import type { IN8nHttpFullResponse } from 'n8n-workflow';

export interface Rejection {
	name?: string;
	message: string;
	code?: string;
	/** The system call that failed: nothing is sent before `connect` succeeds. */
	syscall?: string;
	cause?: unknown;
	/** One error per address, if the host has several. */
	errors?: unknown[];
	/** Node's request, if there was one. */
	request?: { protocol?: string; socket?: { alpnProtocol?: string | false | null } | null };
	/** The response, or the part that arrived. */
	response?: { status: number; headers: IN8nHttpFullResponse['headers']; data: unknown };
}

/**
 * What a proxy returns if it doesn't open a tunnel to the provider. n8n 2 rejects for these statuses,
 * because only an error shows the connection of a response. n8n 1 returns them like any other.
 */
export const REJECTED_STATUSES = [403, 407, 500, 502, 503, 504];

/** Returns an error and all its causes, the outermost first. */
export function withCauses(error: unknown, depth = 10): Rejection[] {
	if (typeof error !== 'object' || error === null || depth === 0) return [];
	const { cause, errors = [] } = error as Rejection;
	return [
		error as Rejection,
		...[cause, ...errors].flatMap((inner) => withCauses(inner, depth - 1)),
	];
}

/**
 * Returns whether an https request ended before its connection was encrypted, so that nothing was sent. Node
 * sets `alpnProtocol` at the end of the TLS handshake.
 */
export function endedBeforeTls({ request }: Rejection): boolean {
	return request?.protocol === 'https:' && (request.socket?.alpnProtocol ?? null) === null;
}

/** Returns the provider's response from an error, if it has one. */
export function responseIn(error: unknown): IN8nHttpFullResponse | undefined {
	const response = rejectedResponse(withCauses(error), (rejection) => !endedBeforeTls(rejection));
	if (response === undefined) return undefined;
	const { status, headers, data } = response;
	return { statusCode: status, headers, body: data as IN8nHttpFullResponse['body'] };
}

/** Returns the status of a proxy that didn't open a tunnel. */
export function tunnelRefusal(errors: Rejection[]): number | undefined {
	return rejectedResponse(errors, endedBeforeTls)?.status;
}

function rejectedResponse(errors: Rejection[], isWanted: (rejection: Rejection) => boolean) {
	const isRejected = ({ response }: Rejection) =>
		response !== undefined && REJECTED_STATUSES.includes(response.status);
	return errors.find((rejection) => isRejected(rejection) && isWanted(rejection))?.response;
}
