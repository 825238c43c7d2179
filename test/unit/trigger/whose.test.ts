import type { Endpoint } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import {
	whose,
	type Owner,
	type Self,
} from '../../../nodes/WhatsAppGroups/trigger/registering/whose';

const PRODUCTION = 'https://n8n.example/webhook/1111/whatsapp-groups';
const TEST = 'https://n8n.example/webhook-test/1111/whatsapp-groups';
const NEIGHBOR = 'https://n8n.example/webhook/2222/whatsapp-groups';
const NEIGHBOR_TEST = 'https://n8n.example/webhook-test/2222/whatsapp-groups';
/** n8n gives these to nodes without a webhook ID. */
const [UNNAMED, UNNAMED_2] = ['wf1', 'wf2'].map(
	(workflow) => `https://n8n.example/webhook/${workflow}/message%20in%20a%20group/whatsapp-groups`,
) as [string, string];

const published: Self = {
	url: PRODUCTION,
	nodePath: '1111/whatsapp-groups',
	isTest: false,
	hasHeaders: false,
	isListening: () => false,
};
const listening: Self = { ...published, url: TEST, isTest: true };
const withHeaders: Self = { ...published, hasHeaders: true };
const beside: Self = { ...published, isListening: (url) => url.startsWith(TEST) };
const besideNeighbor: Self = { ...published, isListening: (url) => url === NEIGHBOR_TEST };
const unnamed: Self = {
	...published,
	url: UNNAMED,
	nodePath: 'wf1/message%20in%20a%20group/whatsapp-groups',
};
const underPath: Self = { ...published, url: PRODUCTION.replace('example/', 'example/a/b/') };
const moved: Self = {
	...published,
	claimedUrl: 'https://old.example/webhook/1111/whatsapp-groups',
};

const TABLE: Array<[string, Self, string | Endpoint, Owner]> = [
	['its own address', published, PRODUCTION, 'mine'],
	['its own address with a secret', published, `${PRODUCTION}?secret=s`, 'mine'],
	['its own address with a slash behind it', published, `${PRODUCTION}/`, 'mine'],
	['its own address in other letters', published, PRODUCTION.replace('n8n.', 'N8N.'), 'mine'],
	["the editor's own address", listening, `${TEST}?secret=s`, 'mine'],
	['its own address without a webhook ID', unnamed, UNNAMED, 'mine'],
	['its own address under a path', underPath, underPath.url, 'mine'],
	['its own address without a secret', withHeaders, { url: PRODUCTION, headers: {} }, 'mine'],

	['its address before n8n moved', moved, `${moved.claimedUrl}?secret=s`, 'earlier'],
	['its present address after n8n moved', moved, PRODUCTION, 'mine'],
	['that address without such a claim', published, moved.claimedUrl ?? '', 'other'],

	['production while the editor listens', listening, PRODUCTION, 'twin'],
	[
		'production that was unpublished',
		{ ...listening, hasHeaders: true },
		{ url: PRODUCTION, headers: {} },
		'dead',
	],
	['its editor, which listens', beside, `${TEST}?secret=s`, 'twin'],
	['its editor, which no longer listens', published, TEST, 'dead'],
	['its editor under a path', underPath, TEST.replace('example/', 'example/a/b/'), 'dead'],

	['another workflow', published, NEIGHBOR, 'neighbor'],
	['another workflow whose node has the same name', unnamed, UNNAMED_2, 'neighbor'],
	['another workflow without a webhook ID', published, UNNAMED, 'neighbor'],
	['another workflow, while the editor listens', listening, NEIGHBOR, 'neighbor'],
	['another workflow that listens', besideNeighbor, NEIGHBOR_TEST, 'neighbor'],
	['another workflow that listened before n8n started', published, NEIGHBOR_TEST, 'dead'],
	['the same, while the editor listens', listening, NEIGHBOR_TEST, 'dead'],
	['another workflow without a secret', withHeaders, { url: NEIGHBOR, headers: {} }, 'dead'],
	[
		'another workflow with a header',
		withHeaders,
		{ url: NEIGHBOR, headers: { 'X-A': 'b' } },
		'neighbor',
	],

	['another node type of this n8n', published, 'https://n8n.example/webhook/orders', 'other'],
	['another n8n', published, PRODUCTION.replace('n8n.', 'n8n2.'), 'other'],
	[
		'another n8n at another port',
		published,
		PRODUCTION.replace('example', 'example:5678'),
		'other',
	],
	['another n8n with a copy, under a path', underPath, PRODUCTION, 'other'],
	['another n8n under another path', published, underPath.url, 'other'],
	...['webhook', 'webhook-test'].map((kind): [string, Self, string, Owner] => [
		`another n8n under a path (${kind})`,
		published,
		`https://n8n.example/a/${kind}/1111/whatsapp-groups`,
		'other',
	]),
	['another n8n without https', published, PRODUCTION.replace('https', 'http'), 'other'],
	['an address that only ends alike', published, `https://a.example/x?u=${PRODUCTION}`, 'other'],
	['no whole address', published, 'n8n.example/webhook/1111/whatsapp-groups', 'other'],
];

it.each(TABLE)('%s', (_what, self, registered, owner) => {
	const endpoint = typeof registered === 'string' ? { url: registered } : registered;

	expect(whose(endpoint, self)).toBe(owner);
});
