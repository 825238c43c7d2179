import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { sampleFile } from '../../sandbox/world/files';
import type { ProviderName } from '../../sandbox/providers';
import { groupField, useHouse } from './support/house';
import { startServer, type SeenRequest } from './support/servers';

const house = useHouse();

interface Doubt {
	provider: ProviderName;
	/** Value of the credential's field “Variants”. */
	variant: string;
	key: OperationKey;
	parameters: INodeParameters;
	/** How the request looks on the usual way, and with the variant. */
	usual: Partial<Record<keyof SeenRequest, unknown>>;
	other: Partial<Record<keyof SeenRequest, unknown>>;
}

const matching = (pattern: RegExp) => expect.stringMatching(pattern);
const group = groupField('group1');
const picture = { group, updateFields: { pictureBinaryPropertyName: 'data' } };
const media = { messageType: 'media', mediaType: 'image', mediaSource: 'url' };

const doubts: Doubt[] = [
	{
		provider: 'oneMsg',
		variant: 'keyInQuery',
		key: 'inviteLink.get',
		parameters: { group },
		usual: { path: matching(/^[^?]*$/), headers: { authorization: matching(/^Bearer ./) } },
		other: {
			path: matching(/\?token=./),
			headers: expect.not.objectContaining({ authorization: expect.anything() }),
		},
	},
	{
		provider: 'a1Base',
		variant: 'openApiManagementPath',
		key: 'group.leave',
		parameters: { group },
		usual: { path: '/whatsapp/acc-000/group-management' },
		other: { path: '/group-management/acc-000' },
	},
	{
		provider: 'a1Base',
		variant: 'joinGroupAction',
		key: 'group.join',
		parameters: { inviteLink: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv' },
		usual: { body: matching(/"action":"join"/) },
		other: { body: matching(/"action":"join_group"/) },
	},
	{
		provider: 'a1Base',
		variant: 'universalMediaSend',
		key: 'message.send',
		parameters: { group, ...media, mediaUrl: 'https://example.com/a.jpg' },
		usual: { path: '/messages/group/acc-000/send', body: matching(/"attachment_uri":/) },
		other: { path: '/send/acc-000', body: matching(/"media_type":"image"/) },
	},
	{
		provider: 'dialog360',
		variant: 'pictureFieldOfMeta',
		key: 'group.update',
		parameters: picture,
		usual: { body: matching(/; name="profile_picture_file"; filename=/) },
		other: { body: matching(/; name="file"; filename=/) },
	},
	{
		provider: 'metaCloud',
		variant: 'pictureFieldOfTable',
		key: 'group.update',
		parameters: picture,
		usual: { body: matching(/; name="file"; filename=/) },
		other: { body: matching(/; name="profile_picture_file"; filename=/) },
	},
];

describe.each(doubts)('$provider, $variant', ({ provider, variant, key, parameters, ...ways }) => {
	test.each([
		{ variants: [], way: ways.usual },
		{ variants: [variant], way: ways.other },
	])('with %j', async ({ variants, way }) => {
		const server = await startServer((_request, response) => {
			response.writeHead(200).end('{"success":true,"status":"success"}');
		});
		const { bytes, mimeType } = sampleFile('photo.jpg')!;
		const binary: IBinaryKeyData = { data: { data: bytes.toString('base64'), mimeType } };

		await house.run(provider, key, parameters, {
			account: { baseUrl: server.url, variants },
			binary,
			onError: 'continueRegularOutput',
		});

		expect(server.seen).toMatchObject([way]);
	});
});
