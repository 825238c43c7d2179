import { cloudMedia } from '../shared/cloudApi/receivedMedia';

/** Hosts that serve Meta's files. Source: links of the Graph API (lookaside.fbsbx.com); the others are Meta's, too. */
const META = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/;

/** Sends the access token only to Meta's hosts and to the host of the base URL. */
export const media = cloudMedia((given, { baseUrl }) => {
	const { protocol, hostname, host } = new URL(given);
	const isMetas = protocol === 'https:' && META.test(hostname);
	if (isMetas || host === new URL(String(baseUrl).trim()).host) return given;
	throw new Error("The file's URL isn't one of Meta's, so the access token wasn't sent there");
});
