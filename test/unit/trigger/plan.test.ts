import type { Endpoint } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import { sameAddress } from '../../../nodes/WhatsAppGroups/trigger/registering/addresses';
import {
	planRegistration,
	planRemoval,
	type OnOccupied,
} from '../../../nodes/WhatsAppGroups/trigger/registering/plan';

const N8N = 'https://n8n.example';
const MINE: Endpoint = { url: `${N8N}/webhook/1234/whatsapp-groups?secret=new` };
const MINE_BEFORE: Endpoint = { url: `${N8N}/webhook/1234/whatsapp-groups?secret=old` };
/** As the editor sees the address of the workflow at work. */
const PRODUCTION: Endpoint = { url: `${N8N}/webhook-live/1234/whatsapp-groups?secret=live` };
const OTHER_TRIGGER: Endpoint = { url: `${N8N}/webhook/9999/whatsapp-groups` };
const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
	url: `https://${name}.example/hook`,
	headers: { 'X-Kept': name },
}));

interface Case {
	name: string;
	standing: Endpoint[];
	onOccupied: OnOccupied;
	capacity: number;
	plan: ReturnType<typeof planRegistration>;
}

const CASES: Case[] = [
	...(['fail', 'replace', 'addBeside'] as const).map((onOccupied) => ({
		name: 'nothing is there',
		standing: [],
		onOccupied,
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [] },
	})),
	...(['fail', 'replace', 'addBeside'] as const).map((onOccupied) => ({
		name: 'our own address is there, with an older secret',
		standing: [MINE_BEFORE],
		onOccupied,
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [] },
	})),
	{
		name: "somebody else's is there",
		standing: [A],
		onOccupied: 'fail',
		capacity: 1,
		plan: { occupiedBy: [A] },
	},
	{
		name: "somebody else's is there, with room for more",
		standing: [A, MINE_BEFORE],
		onOccupied: 'fail',
		capacity: 5,
		plan: { occupiedBy: [A] },
	},
	{
		name: 'another trigger of the same n8n is there',
		standing: [OTHER_TRIGGER],
		onOccupied: 'fail',
		capacity: 1,
		plan: { occupiedBy: [OTHER_TRIGGER] },
	},
	{
		name: "somebody else's is there, its headers kept",
		standing: [A],
		onOccupied: 'replace',
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [A] },
	},
	{
		name: "somebody else's is there, with room for more",
		standing: [A],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, MINE], displaced: [] },
	},
	{
		name: 'the list is full',
		standing: [A, B, C, D, E],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { occupiedBy: [A, B, C, D, E] },
	},
	{
		name: 'the list is full, our own address among it',
		standing: [A, B, C, D, MINE_BEFORE],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, B, C, D, MINE], displaced: [] },
	},
	{
		name: 'our own address is there, and keeps its place',
		standing: [MINE_BEFORE, A],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [MINE, A], displaced: [] },
	},
	...(['fail', 'replace', 'addBeside'] as const).flatMap((onOccupied) => [
		{
			name: 'its own address at work is there, with one place only',
			standing: [PRODUCTION],
			onOccupied,
			capacity: 1,
			plan: { endpoints: [MINE], displaced: [PRODUCTION] },
		},
		{
			name: 'its own address at work is there, and goes on before it',
			standing: [PRODUCTION],
			onOccupied,
			capacity: 4,
			plan: { endpoints: [PRODUCTION, MINE], displaced: [] },
		},
	]),
	{
		name: 'the list is full, its own address at work among it',
		standing: [A, B, C, D, PRODUCTION],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, B, C, D, MINE], displaced: [PRODUCTION] },
	},
];

it.each(CASES)('$onOccupied, $capacity places: $name', (given) => {
	const { standing, onOccupied, capacity, plan } = given;

	const isOurs = ({ url }: Endpoint) => sameAddress(url, MINE.url);
	expect(planRegistration(standing, { mine: MINE, isOurs, onOccupied, capacity })).toEqual(plan);
});

describe('removal', () => {
	it.each([
		{ name: 'only ours', standing: [MINE], displaced: [], left: [] },
		{ name: 'what we displaced comes back', standing: [MINE], displaced: [A], left: [A] },
		{ name: 'others stay', standing: [A, MINE], displaced: [], left: [A] },
		{
			name: 'what came back by itself does not come twice',
			standing: [A, MINE],
			displaced: [A],
			left: [A],
		},
		{ name: 'an older secret is ours, too', standing: [MINE_BEFORE], displaced: [A], left: [A] },
		{
			name: 'another trigger of the same n8n stays',
			standing: [OTHER_TRIGGER, MINE],
			displaced: [],
			left: [OTHER_TRIGGER],
		},
	])('$name', ({ standing, displaced, left }) => {
		expect(planRemoval(standing, MINE.url, displaced, 5)).toEqual({
			endpoints: left,
			homeless: [],
		});
	});

	it('puts back in our place, before what has come since', () => {
		expect(planRemoval([A, MINE, B], MINE.url, [C, D], 5).endpoints).toEqual([A, C, D, B]);
	});

	it('does not push out what has come since, and says who finds no room', () => {
		expect(planRemoval([A, MINE, B], MINE.url, [C, D, E], 4)).toEqual({
			endpoints: [A, C, D, B],
			homeless: [E],
		});
		expect(planRemoval([A, MINE], MINE.url, [B], 1)).toEqual({ endpoints: [A], homeless: [B] });
	});
});
