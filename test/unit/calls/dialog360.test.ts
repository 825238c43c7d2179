import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { fakeRequest, perform } from '../support/request';

const GROUP = 'Y2Fw/aV9+ncm=';
const ENCODED = 'Y2Fw%2FaV9%2Bncm%3D';
const SENT = {
	messaging_product: 'whatsapp',
	contacts: [{ input: GROUP, wa_id: GROUP }],
	messages: [{ id: 'wamid.SAMPLE' }],
};
const SUCCESS = { messaging_product: 'whatsapp', invite_link: 'https://chat.whatsapp.com/<LINK>' };
describe('sending', () => {
	it('returns the ID of the message, and no time, because the response has none', async () => {
		const request = fakeRequest({}, SENT);

		const { result, raw } = await perform(dialog360, 'message.send', request, {
			groupId: GROUP,
			type: 'text',
			text: 'Hello',
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/messages',
				body: {
					messaging_product: 'whatsapp',
					recipient_type: 'group',
					to: GROUP,
					type: 'text',
					text: { body: 'Hello' },
				},
			},
		]);
		expect(result).toEqual({
			groupId: GROUP,
			messageId: 'wamid.SAMPLE',
			status: 'sent',
			timestamp: null,
		});
		expect(raw).toEqual(SENT);
	});

	it('accepts 4096 characters, and refuses one more before anything is sent', async () => {
		const request = fakeRequest({}, SENT);
		const send = async (length: number) =>
			await perform(dialog360, 'message.send', request, {
				groupId: GROUP,
				type: 'text',
				text: 'x'.repeat(length),
			});

		await send(4096);
		await expect(send(4097)).rejects.toThrow(FieldError);
		expect(request.calls).toHaveLength(1);
	});
});

it.each([
	['inviteLink.get', { method: 'GET' }],
	['inviteLink.reset', { method: 'POST', body: { messaging_product: 'whatsapp' } }],
] as const)('%s', async (key, call) => {
	const request = fakeRequest({}, SUCCESS);

	const { result } = await perform(dialog360, key, request, { groupId: GROUP });

	expect(request.calls).toEqual([{ ...call, path: `/groups/${ENCODED}/invite_link` }]);
	expect(result).toEqual({ groupId: GROUP, inviteLink: 'https://chat.whatsapp.com/<LINK>' });
});

it.each([
	['message.pin', true],
	['message.unpin', false],
] as const)('%s names the message, not the answer', async (key, pinned) => {
	const request = fakeRequest({}, SENT);

	const { result } = await perform(dialog360, key, request, {
		groupId: GROUP,
		messageId: 'wamid.PINNED',
		expirationDays: 4,
	});

	expect(result).toEqual({ groupId: GROUP, messageId: 'wamid.PINNED', pinned });
});
