/** The envelope of Meta's webhooks, which 360dialog passes on, and people who occur in the samples. */
import type { IDataObject } from 'n8n-workflow';

export const GROUP = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';
/** 1755548877 in unix seconds. */
export const SECONDS = 1755548877;

const METADATA = { display_phone_number: '15550001111', phone_number_id: '1000' };

export function change(field: string, value: IDataObject): IDataObject {
	return { field, value: { messaging_product: 'whatsapp', metadata: METADATA, ...value } };
}

export function entry(...changes: IDataObject[]): IDataObject {
	return { id: '<WABA_ID>', changes };
}

export function envelope(...entries: IDataObject[]): IDataObject {
	return { object: 'whatsapp_business_account', entry: entries };
}

/** A delivery of one change. */
export function delivery(field: string, value: IDataObject): IDataObject {
	return envelope(entry(change(field, value)));
}

/** A text in the group, from the person that the samples call “Sample”. */
export function textInGroup(members: IDataObject = {}): IDataObject {
	return {
		from: '15550002222',
		group_id: GROUP,
		id: 'wamid.SAMPLE',
		timestamp: String(SECONDS),
		type: 'text',
		text: { body: 'Hi' },
		...members,
	};
}

export function statusOfGroup(members: IDataObject = {}): IDataObject {
	return {
		id: 'wamid.SAMPLE',
		status: 'delivered',
		timestamp: String(SECONDS),
		recipient_id: GROUP,
		recipient_type: 'group',
		...members,
	};
}
