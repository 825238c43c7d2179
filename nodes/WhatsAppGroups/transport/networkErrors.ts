/** Explains the errors of n8n's HTTP helper when there is no response. */
import type { Problem } from '../contract/http';
import type { Provider } from '../contract/Provider';
import type { Reached } from './outcome';

interface NetworkError {
	name?: string;
	message: string;
	code?: string;
	/** The system call that failed: nothing is sent before `connect` succeeds. */
	syscall?: string;
	cause?: unknown;
	/** One error per address, if the host has several. */
	errors?: unknown[];
}

const NO_CONNECTION = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'ENETDOWN',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'EADDRNOTAVAIL',
]);

const NOT_TRUSTED = new Set([
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REVOKED',
	'CERT_UNTRUSTED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const NOT_ENCRYPTED = /^(EPROTO|ERR_SSL_|ERR_TLS_)/;

const NO_ADDRESS = /^(ERR_INVALID_URL|ERR_SOCKET_BAD_PORT|ERR_INVALID_PROTOCOL|ERR_INVALID_CHAR)$/;

/** Node's message if the connection closes during the TLS handshake. */
const CUT_EARLY = /before secure TLS connection was established/;

/** The proxy rejected the tunnel, so the provider received nothing. */
const NO_TUNNEL = /CONNECT response|tunneling socket could not be established|proxy/i;

const CANCELED = 'ERR_CANCELED';

/** Returns an error and all its causes, the outermost first. */
export function withCauses(error: unknown, depth = 10): NetworkError[] {
	if (typeof error !== 'object' || error === null || depth === 0) return [];
	const { cause, errors = [] } = error as NetworkError;
	return [
		error as NetworkError,
		...[cause, ...errors].flatMap((inner) => withCauses(inner, depth - 1)),
	];
}

/** Explains why there is no response, and how far the request got. */
export function problemOfNetwork(
	{ displayName }: Provider,
	errors: NetworkError[],
): Problem & { reached: Reached } {
	const codes = errors.map(({ code }) => code).filter((code) => typeof code === 'string');
	const deepest = errors[errors.length - 1];
	const said = { code: codes[codes.length - 1], text: deepest?.message };
	if (codes.includes(CANCELED)) {
		return {
			reached: 'no answer',
			message: `The run was canceled before ${displayName} answered`,
		};
	}
	if (codes.some((code) => NOT_TRUSTED.has(code))) {
		return {
			reached: 'refused on the way',
			message: `${displayName} could not be reached: n8n does not trust the certificate of the server`,
			advice:
				'If a company proxy or your own certificate authority issued it, set the environment variable NODE_EXTRA_CA_CERTS to the file of that authority and restart n8n. Check the Base URL in the credential, too.',
			...said,
		};
	}
	if (codes.some((code) => NOT_ENCRYPTED.test(code))) {
		return {
			reached: 'refused on the way',
			message: `${displayName} could not be reached: no encrypted connection was possible`,
			advice:
				'Check that the Base URL in the credential begins with the right scheme, https or http. Behind a company proxy, check the variables HTTPS_PROXY and NO_PROXY of n8n.',
			...said,
		};
	}
	// Every network error has a code. Without one, n8n itself refused to send the request.
	if (codes.length === 0 || codes.some((code) => NO_ADDRESS.test(code))) {
		return {
			reached: 'refused on the way',
			message: `n8n did not send the request to ${displayName}`,
			advice:
				'Check the Base URL in the credential, and that the SSRF protection and the allowed domains of your n8n let nodes reach it.',
			...said,
		};
	}
	const notConnected = errors.some(
		({ code = '', syscall, message }) =>
			NO_CONNECTION.has(code) ||
			syscall === 'connect' ||
			CUT_EARLY.test(message) ||
			NO_TUNNEL.test(message),
	);
	return {
		reached: notConnected ? 'no connection' : 'no answer',
		message: notConnected ? `${displayName} could not be reached` : `${displayName} did not answer`,
		advice:
			'Check the Base URL in the credential and the network of your n8n. Behind a company proxy, check the variables HTTPS_PROXY and NO_PROXY, too.',
		...said,
	};
}
