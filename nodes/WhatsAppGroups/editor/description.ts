/** Describes both nodes: n8n's panel merges nodes of one name, and shows only the trigger's description. */
export const DESCRIPTION =
	'Send to WhatsApp groups, manage them, and react to what happens in them';
