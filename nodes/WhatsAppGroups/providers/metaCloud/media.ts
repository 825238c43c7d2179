import { cloudMedia } from '../shared/cloudApi/receivedMedia';

/** Hosts that serve Meta's files. Source: links of the Graph API (lookaside.fbsbx.com); the others are Meta's, too. */
const META = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/;

/** Sends the access token only to Meta's hosts and to the origin of the base URL. */
export const media = cloudMedia((given, { baseUrl }) => {
	const { protocol, hostname, origin } = new URL(given);
	const isMetas = protocol === 'https:' && META.test(hostname);
	if (isMetas || origin === new URL(String(baseUrl).trim()).origin) return given;
	throw new Error("The file's URL isn't one of Meta's, so the access token wasn't sent there");
});
