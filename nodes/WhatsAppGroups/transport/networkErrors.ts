/** Explains the errors of n8n's HTTP helper when no response arrives. */
import type { Problem } from '../contract/http';
import type { Provider } from '../contract/Provider';
import type { Reached } from './outcome';
import { endedBeforeTls, tunnelRefusal, type Rejection } from './rejections';
import { problemOfStatus } from './problemOfStatus';

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

/** OpenSSL's and Node's codes for a certificate. */
const NOT_TRUSTED =
	/^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;

const NOT_ENCRYPTED = /^(EPROTO|ERR_SSL_|ERR_TLS_)/;

const NO_ADDRESS = /^(ERR_INVALID_URL|ERR_SOCKET_BAD_PORT|ERR_INVALID_PROTOCOL|ERR_INVALID_CHAR)$/;

/** Node's message if the connection closes during the TLS handshake. */
const CUT_EARLY = /before secure TLS connection was established/;

/** What proxy agents say if the proxy doesn't open a tunnel, so the provider received nothing. */
const NO_TUNNEL = /CONNECT response|tunneling socket could not be established/;

const CANCELED = 'ERR_CANCELED';

/** Explains why no response arrived, and how far the request got. */
export function problemOfNetwork(
	{ displayName }: Provider,
	errors: Rejection[],
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
	const status = tunnelRefusal(errors);
	if (status !== undefined) {
		return {
			reached: status < 500 ? 'refused on the way' : 'no connection',
			message: `The proxy between n8n and ${displayName} did not let the request through`,
			advice: problemOfStatus(displayName, status, false).advice,
			text: `The proxy answered HTTP ${status}`,
		};
	}
	if (codes.some((code) => NOT_TRUSTED.test(code))) {
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
	const noTunnel = errors.some(({ message }) => NO_TUNNEL.test(message));
	// Every other network error has a code. Without one, n8n itself refused to send the request.
	if ((codes.length === 0 && !noTunnel) || codes.some((code) => NO_ADDRESS.test(code))) {
		return {
			reached: 'refused on the way',
			message: `n8n did not send the request to ${displayName}`,
			advice:
				'Check the Base URL in the credential, and that the SSRF protection and the allowed domains of your n8n instance let nodes reach it.',
			...said,
		};
	}
	const notConnected =
		noTunnel ||
		errors.some(
			(error) =>
				NO_CONNECTION.has(error.code ?? '') ||
				error.syscall === 'connect' ||
				CUT_EARLY.test(error.message) ||
				endedBeforeTls(error),
		);
	return {
		reached: notConnected ? 'no connection' : 'no answer',
		message: notConnected ? `${displayName} could not be reached` : `${displayName} did not answer`,
		advice:
			'Check the Base URL in the credential and the network of your n8n instance. Behind a company proxy, check the variables HTTPS_PROXY and NO_PROXY, too.',
		...said,
	};
}
