/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Every error code in the facts about Meta has its own words, in responses and in late failures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { explanationOf } from '../../../nodes/WhatsAppGroups/providers/shared/cloudApi/explanations';

const facts = readFileSync(
	join(__dirname, '..', '..', '..', 'docs', 'facts', 'meta-groups.md'),
	'utf8',
);
const [, afterTitle = ''] = facts.split('id="section-6"');
const [section = ''] = afterTitle.split('id="section-7"');
const codes = [...new Set(section.match(/\b13\d{4}\b|\b141006\b|(?<=`)\d{1,5}(?=`)/g))].filter(
	(code) => !['400', '429', '200'].includes(code),
);

/** Meta's webhook with one change, read as the trigger does. */
function eventsOf(field: string, value: IDataObject): GroupEvent[] {
	const metadata = { phone_number_id: '1', display_phone_number: '15550001111' };
	const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
	return metaCloud.readEvents({
		object: 'whatsapp_business_account',
		entry: [{ id: '1', changes: [change] }],
	});
}

test('the section is read', () => {
	expect(codes.length).toBeGreaterThan(40);
	expect(codes).toEqual(expect.arrayContaining(['131020', '131215', '4', '613', '368', '141006']));
});

test('no two causes share their words', () => {
	// Codes of the same cause: throttling, payment, a number that isn't registered.
	const others = ['80007', '613', '141006', '131045'];
	const told = codes
		.filter((code) => !others.includes(code))
		.map((code) => explanationOf(code)?.message);

	expect(told.filter((message, index) => told.indexOf(message) !== index)).toEqual([]);
});

describe.each(codes)('%s', (code) => {
	const errors = [{ code: Number(code), title: 'Theirs', message: 'Their words' }];
	const { message, advice } = explanationOf(code) ?? {};

	test('is explained when a message fails later', () => {
		const status = { id: 'wamid.1', status: 'failed', recipient_id: 'G', recipient_type: 'group' };
		const [event] = eventsOf('messages', {
			statuses: [{ ...status, timestamp: '1755548877', errors }],
		});

		expect(message).toMatch(/\w{3,}/);
		expect(event?.status).toMatchObject({ value: 'failed', explanation: message, advice });
	});

	test('is explained for somebody who could not be removed', () => {
		const failed_participants = [{ input: '15550002222', errors }];
		const group = { type: 'group_participants_remove', group_id: 'G', failed_participants };
		const events = eventsOf('group_participants_update', {
			groups: [{ ...group, timestamp: '1755548877' }],
		});

		expect(events).toMatchObject([{ event: 'participant.removeFailed' }]);
		expect(JSON.stringify(events)).toContain(`${message} (${code})`);
	});
});
