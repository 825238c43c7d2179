import {
	isIdle,
	sameAddress,
	sameTrigger,
	shown,
} from '../../../nodes/WhatsAppGroups/trigger/registering/addresses';

it.each([
	'https://n8n.example/webhook/1?secret=hidden',
	'https://n8n.example:5678/webhook/1?a=b&token=hidden#hidden',
	'https://user:hidden@n8n.example/webhook/1',
	'n8n.example/webhook/1?secret=hidden',
	'//n8n.example/webhook/1?secret=hidden',
])('%s is shown without what may be a secret', (url) => {
	expect(shown(url)).toContain('n8n.example');
	expect(shown(url)).toContain('/webhook/1');
	expect(shown(url)).not.toContain('hidden');
});

it.each([
	['https://a.example/hook', 'https://a.example/hook/', true],
	['https://a.example/hook', 'https://a.example/hook?secret=1', true],
	['https://A.example/hook', 'https://a.example:443/hook', true],
	['https://a.example/hook', 'http://a.example/hook', false],
	['https://a.example/hook', 'https://a.example/hook2', false],
	['https://a.example/hook', 'https://b.example/hook', false],
])('%s and %s: the same address is %s', (one, other, same) => {
	expect(sameAddress(one, other)).toBe(same);
});

it.each([
	['https://n8n.example/webhook-test/1/whatsapp-groups?secret=1', true],
	['https://n8n.example/webhook/2/whatsapp-groups', false],
	['https://other.example/webhook-test/1/whatsapp-groups', false],
])('%s: of the same trigger is %s', (other, same) => {
	expect(sameTrigger('https://n8n.example/webhook/1/whatsapp-groups', other)).toBe(same);
});

describe('left idle by a trigger of this n8n', () => {
	const url = 'https://n8n.example/webhook/1/whatsapp-groups';
	const mine = { url, headers: { 'X-Webhook-Secret': 's' } };

	it.each([
		[{ url, headers: {} }, true],
		[{ url: 'https://n8n.example/webhook/2/whatsapp-groups' }, true],
		[{ url: 'https://n8n.example/webhook/2/whatsapp-groups', headers: { 'X-A': 'b' } }, false],
		[{ url: 'https://n8n.example/webhook/orders' }, false],
		[{ url: 'https://other.example/webhook/1/whatsapp-groups' }, false],
	])('%j: %p', (endpoint, left) => {
		expect(isIdle(endpoint, mine)).toBe(left);
	});

	it('is never said where the secret stands in the address', () => {
		expect(isIdle({ url: `${url}?secret=other` }, { url: `${url}?secret=mine` })).toBe(false);
	});
});
