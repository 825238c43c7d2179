/** 360dialog's own samples of deliveries, as printed. Their placeholders are opaque ids. */
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { comparable, messageOf } from '../support/events';
import { seed } from '../support/seeds';

/** A placeholder is no time, so there is none. */
const ABOUT = { groupId: '<GROUP_ID>', messageId: '<WHATSAPP_MESSAGE_ID>', timestamp: null };
/** The sample writes the contact's number unlike the sender's, though both are the same person. */
const SENDER = { id: '<GROUP_PARTICIPANT_PHONE_NUMBER>', name: '<WHATSAPP_USER_NAME>' };

const EXPECTED = {
	'dialog360/status-sent.json': {
		event: 'message.status',
		...ABOUT,
		status: { value: 'sent', participant: null, errors: [] },
	},
	'dialog360/status-failed.json': {
		event: 'message.status',
		...ABOUT,
		status: {
			value: 'failed',
			participant: null,
			errors: [{ code: '<ERROR_CODE>', message: '<ERROR_MESSAGE>', details: '<ERROR_DETAILS>' }],
		},
	},
	'dialog360/message-received.json': {
		event: 'message.received',
		...ABOUT,
		sender: SENDER,
		message: messageOf({ type: 'text', text: '<MESSAGE_BODY>' }),
	},
	'dialog360/message-unsupported.json': {
		event: 'message.received',
		...ABOUT,
		sender: SENDER,
		message: messageOf({ type: 'unsupported' }),
		errors: [
			{
				code: '130501',
				message: 'Message type is not currently supported',
				details: '<ERROR_DETAILS>',
			},
		],
	},
};

it.each(Object.entries(EXPECTED))('%s', (name, expected) => {
	expect(dialog360.readEvents(seed(name)).map(comparable)).toEqual([expected]);
});
