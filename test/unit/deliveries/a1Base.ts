/** A1Base's webhook: one message for each call. */
import type { IDataObject } from 'n8n-workflow';

export function a1Message(members: IDataObject = {}): IDataObject {
	return {
		thread_id: 'chat_000',
		message_id: 'msg_000',
		thread_type: 'group',
		sender_number: '+61400000000',
		sender_name: 'Sample Person',
		a1_account_id: 'acc-000',
		a1_phone_number: '+15550001111',
		timestamp: '2025-01-31T00:48:15+00:00',
		service: 'whatsapp',
		message_type: 'text',
		is_from_agent: false,
		message_content: { text: 'Hi' },
		...members,
	};
}
