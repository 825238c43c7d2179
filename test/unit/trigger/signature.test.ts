/** A1Base: hex HMAC-SHA256, keyed with the API secret, over timestamp and raw body. */
import { createHmac } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import type { Account } from '../../../nodes/WhatsAppGroups/contract/http';
import type { Delivery } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import { digestOf, rejectionReason } from '../../../nodes/WhatsAppGroups/trigger/proof';

const NOW = 1755548877;
const KEY = 'api-secret';
const BODY = '{"message":"Grüße 👍"}';

beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(NOW * 1000);
});
afterEach(() => {
	jest.restoreAllMocks();
});

function signed(time: number, { key = KEY, body = BODY } = {}): Delivery['headers'] {
	const signature = createHmac('sha256', key).update(`${time}${body}`).digest('hex');
	return { 'x-signature': signature, 'x-timestamp': String(time) };
}

function refusal(headers: Delivery['headers'], apiSecret: string = KEY, more: IDataObject = {}) {
	const delivery: Delivery = { rawBody: Buffer.from(BODY), headers };
	const account = { apiSecret, ...more } as Account;
	return rejectionReason(a1Base, delivery, { secret: 's' }, [digestOf('s')], account);
}

it.each([
	['now', 0],
	['five minutes ago', -300],
	['by a clock that is one minute ahead', 60],
])('signed %s: accepted', (_when, seconds) => {
	expect(refusal(signed(NOW + seconds))).toBeUndefined();
});

it('accepts the usual prefix, upper case, milliseconds and a secret with spaces around it', () => {
	const { 'x-signature': hex, ...time } = signed(NOW);

	expect(refusal({ ...time, 'x-signature': `sha256=${String(hex)}` })).toBeUndefined();
	expect(refusal({ ...time, 'x-signature': String(hex).toUpperCase() })).toBeUndefined();
	expect(refusal(signed(NOW * 1000))).toBeUndefined();
	expect(refusal(signed(NOW), ` ${KEY}\n`)).toBeUndefined();
});

it('rejects anything behind the signature', () => {
	const { 'x-signature': hex, ...time } = signed(NOW);

	expect(refusal({ ...time, 'x-signature': `${String(hex)}zz` })).toMatch(/signature/);
});

it('ignores a signature that does not match if the credential says so', () => {
	const wrong = signed(NOW, { key: 'other' });

	expect(refusal(wrong, KEY, { variants: ['ignoreSignature'] })).toBeUndefined();
});

it('not signed: accepted, because only SMS deliveries are documented as signed', () => {
	expect(refusal({})).toBeUndefined();
});

it.each<[string, Delivery['headers']]>([
	['too long ago', signed(NOW - 301)],
	['too far ahead', signed(NOW + 61)],
	['with another key', signed(NOW, { key: 'other' })],
	['for another body', signed(NOW, { body: '{}' })],
	['for another time', { ...signed(NOW), 'x-timestamp': String(NOW - 1) }],
	['without its time', { ...signed(NOW), 'x-timestamp': undefined }],
	['at no time', { ...signed(NOW), 'x-timestamp': 'yesterday' }],
	['with an empty signature', { ...signed(NOW), 'x-signature': '' }],
	['with something that is not hex', { ...signed(NOW), 'x-signature': 'z'.repeat(64) }],
	['with half a signature', { ...signed(NOW), 'x-signature': 'ab'.repeat(16) }],
])('signed %s: rejected', (_how, headers) => {
	expect(refusal(headers)).toMatch(/signature/);
});

it('nobody can sign with an empty key', () => {
	expect(refusal(signed(NOW, { key: '' }), '')).toMatch(/signature/);
});
