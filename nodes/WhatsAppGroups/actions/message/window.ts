import type { INodeProperties } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../contract/errors';
import type { OutgoingMessage, ProviderCall } from '../../contract/operations';
import type { ProviderRequest } from '../../contract/http';
import { withTemplates } from '../fields';
import type { Parameters } from '../helpers/Parameters';
import { inPlaceFields, readTemplateInPlace } from './templateFields';

/** How long a group accepts any message after a member has written, in ms. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

const options: INodeProperties[] = [
	{
		displayName: 'If 24-Hour Window Is Closed',
		name: 'ifWindowClosed',
		type: 'options',
		options: [
			{ name: 'Return an Error', value: 'error' },
			{
				name: 'Send a Template',
				value: 'sendTemplate',
				description: 'Send an approved template instead of the message',
			},
		],
		default: 'error',
		description:
			'What to do if no member has written to the group for 24 hours. WhatsApp may also accept the message and report the failure later, in the event Message Status.',
	},
	{
		displayName: 'Last Message At',
		name: 'lastMessageAt',
		type: 'dateTime',
		default: '',
		description:
			'When a member last wrote to the group, if you know. If that is more than 24 hours ago, the node sends only the template.',
	},
	...inPlaceFields,
];

/** In n8n, a field of a collection can't depend on another field of the same collection. */
export const windowOptions = options.map((option) => ({
	...option,
	displayOptions: { show: { ...withTemplates.show, '/messageType': ['text', 'media'] } },
}));

/** For the fields of a message that isn't a template. */
export const windowNotice: INodeProperties = {
	displayName:
		'WhatsApp delivers this only if a member wrote to the group in the last 24 hours. Otherwise, send a template. The status “sent” means that WhatsApp accepted the message. The event Message Status reports whether it was delivered.',
	name: 'windowNotice',
	type: 'notice',
	default: '',
	displayOptions: withTemplates,
};

/** What to send if the group's 24-hour window is closed. */
export interface InPlace {
	template: OutgoingMessage;
	/** Whether the window is known to be closed. */
	atOnce: boolean;
}

/** Reads what to send before anything is sent. Returns `undefined` if the builder prefers an error. */
export async function readInPlace(
	parameters: Parameters,
	{ type, groupId }: OutgoingMessage,
): Promise<InPlace | undefined> {
	const wanted = parameters.optionalOneOf('options.ifWindowClosed', 'If 24-Hour Window Is Closed', [
		'error',
		'sendTemplate',
	]);
	if (wanted !== 'sendTemplate' || type === 'template') return undefined;
	const atOnce = isLongAgo(parameters);
	return { template: { groupId, ...(await readTemplateInPlace(parameters)) }, atOnce };
}

function isLongAgo(parameters: Parameters): boolean {
	const label = 'Last Message At';
	const given = parameters.optionalText('options.lastMessageAt', label);
	if (given === undefined) return false;
	const time = parameters.time(given);
	if (time !== null) return Date.now() - time >= WINDOW_MS;
	throw new FieldError(
		label,
		`“${given}” in “${label}” isn't a date with time`,
		'Use a date and time, such as 2026-01-31T08:30:00Z, or remove the option.',
	);
}

/**
 * Sends a message, or the template instead if the window is closed. Doesn't send the template if the
 * message may have been sent.
 */
export async function sendInWindow(
	call: ProviderCall<'message.send'>,
	request: ProviderRequest,
	message: OutgoingMessage,
	inPlace: InPlace | undefined,
) {
	if (inPlace === undefined) return await call(request, message);
	const send = async (sent: OutgoingMessage) => {
		const { result, raw } = await call(request, sent);
		return { result: { ...result, messageType: sent.type }, raw };
	};
	if (inPlace.atOnce) return await send(inPlace.template);
	return await send(message).catch(async (error: unknown) => {
		if (isRefusedForWindow(error)) return await send(inPlace.template);
		throw error;
	});
}

function isRefusedForWindow(error: unknown): boolean {
	return (
		error instanceof ProviderError && error.windowClosed === true && error.outcome === 'refused'
	);
}
