import type { Endpoint } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import type { Owner } from '../../../nodes/WhatsAppGroups/trigger/registering/whose';
import {
	planClaim,
	planRelease,
	type OnOccupied,
} from '../../../nodes/WhatsAppGroups/trigger/registering/plan';

const N8N = 'https://n8n.example';
const MINE: Endpoint = { url: `${N8N}/webhook/1234/whatsapp-groups?secret=new` };
const MINE_BEFORE: Endpoint = { url: `${N8N}/webhook/1234/whatsapp-groups?secret=old` };
/** As the editor sees the address of the workflow at work. */
const PRODUCTION: Endpoint = { url: `${N8N}/webhook-live/1234/whatsapp-groups?secret=live` };
const LEFT_OVER: Endpoint = { url: `${N8N}/webhook-test/1234/whatsapp-groups` };
const OTHER_TRIGGER: Endpoint = { url: `${N8N}/webhook/9999/whatsapp-groups` };
const other = (name: string): Endpoint => ({
	url: `https://${name}.example/hook`,
	headers: { 'X-Kept': name },
});
const [A, B, C, D, E] = [other('a'), other('b'), other('c'), other('d'), other('e')];

const isMine = (endpoint: Endpoint) => whose(endpoint) === 'mine';

function whose(endpoint: Endpoint): Owner {
	if (endpoint === MINE || endpoint === MINE_BEFORE) return 'mine';
	if (endpoint === PRODUCTION) return 'twin';
	if (endpoint === LEFT_OVER) return 'dead';
	return endpoint === OTHER_TRIGGER ? 'neighbor' : 'other';
}

interface Case {
	name: string;
	registered: Endpoint[];
	onOccupied: OnOccupied;
	capacity: number;
	plan: ReturnType<typeof planClaim>;
}

const CASES: Case[] = [
	...(['fail', 'replace', 'addBeside'] as const).map((onOccupied) => ({
		name: 'nothing is there',
		registered: [],
		onOccupied,
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [] },
	})),
	...(['fail', 'replace', 'addBeside'] as const).map((onOccupied) => ({
		name: 'our own address is there, with an older secret',
		registered: [MINE_BEFORE],
		onOccupied,
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [] },
	})),
	{
		name: "somebody else's is there",
		registered: [A],
		onOccupied: 'fail',
		capacity: 1,
		plan: { occupiedBy: [A] },
	},
	{
		name: "somebody else's is there, with room for more",
		registered: [A, MINE_BEFORE],
		onOccupied: 'fail',
		capacity: 5,
		plan: { occupiedBy: [A] },
	},
	{
		name: 'another trigger of the same n8n is there',
		registered: [OTHER_TRIGGER],
		onOccupied: 'fail',
		capacity: 1,
		plan: { occupiedBy: [OTHER_TRIGGER] },
	},
	{
		name: "somebody else's is there, its headers kept",
		registered: [A],
		onOccupied: 'replace',
		capacity: 1,
		plan: { endpoints: [MINE], displaced: [A] },
	},
	{
		name: "somebody else's is there, with room for more",
		registered: [A],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, MINE], displaced: [] },
	},
	{
		name: 'the list is full',
		registered: [A, B, C, D, E],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { occupiedBy: [A, B, C, D, E] },
	},
	{
		name: 'the list is full, our own address among it',
		registered: [A, B, C, D, MINE_BEFORE],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, B, C, D, MINE], displaced: [] },
	},
	{
		name: 'our own address is there, and keeps its place',
		registered: [MINE_BEFORE, A],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [MINE, A], displaced: [] },
	},
	...(['fail', 'replace', 'addBeside'] as const).flatMap((onOccupied) => [
		{
			name: 'its own address at work is there, with one place only',
			registered: [PRODUCTION],
			onOccupied,
			capacity: 1,
			plan: { endpoints: [MINE], displaced: [PRODUCTION] },
		},
		{
			name: 'its own production address is registered, and stays before it',
			registered: [PRODUCTION],
			onOccupied,
			capacity: 4,
			plan: { endpoints: [PRODUCTION, MINE], displaced: [] },
		},
	]),
	{
		name: 'the list is full, its own address at work among it',
		registered: [A, B, C, D, PRODUCTION],
		onOccupied: 'addBeside',
		capacity: 5,
		plan: { endpoints: [A, B, C, D, MINE], displaced: [PRODUCTION] },
	},
];

it.each(CASES)('$onOccupied, $capacity places: $name', (given) => {
	const { registered, onOccupied, capacity, plan } = given;

	const place = { mine: MINE, whose, onOccupied, capacity, isTest: false };
	expect(planClaim(registered, place)).toEqual(plan);
});

it('replaces an address that n8n left behind, without restoring it later', () => {
	const place = { mine: MINE, whose, onOccupied: 'fail' as const, capacity: 1, isTest: false };

	expect(planClaim([LEFT_OVER], place)).toEqual({ endpoints: [MINE], displaced: [] });
});

describe.each(['fail', 'replace', 'addBeside'] as const)(
	'%s, while the editor listens',
	(onOccupied) => {
		const place = { mine: MINE, whose, onOccupied, isTest: true };

		it('goes beside others if there is room', () => {
			expect(planClaim([A, B], { ...place, capacity: 3 })).toEqual({
				endpoints: [A, B, MINE],
				displaced: [],
			});
		});

		it('does what the builder chose if there is none', () => {
			expect(planClaim([A], { ...place, capacity: 1 })).toEqual(
				onOccupied === 'replace' ? { endpoints: [MINE], displaced: [A] } : { occupiedBy: [A] },
			);
		});
	},
);

describe('release', () => {
	it.each([
		{ name: 'only ours', registered: [MINE], displaced: [], left: [] },
		{ name: 'what we displaced comes back', registered: [MINE], displaced: [A], left: [A] },
		{ name: 'others stay', registered: [A, MINE], displaced: [], left: [A] },
		{
			name: 'what came back by itself does not come twice',
			registered: [A, MINE],
			displaced: [A],
			left: [A],
		},
		{ name: 'an older secret is ours, too', registered: [MINE_BEFORE], displaced: [A], left: [A] },
		{
			name: 'another trigger of the same n8n stays',
			registered: [OTHER_TRIGGER, MINE],
			displaced: [],
			left: [OTHER_TRIGGER],
		},
	])('$name', ({ registered, displaced, left }) => {
		expect(planRelease(registered, isMine, displaced, 5)).toEqual({
			endpoints: left,
			unrestored: [],
		});
	});

	it('restores to our position, before newer ones', () => {
		expect(planRelease([A, MINE, B], isMine, [C, D], 5).endpoints).toEqual([A, C, D, B]);
	});

	it('does not push out what has come since, and says who finds no room', () => {
		expect(planRelease([A, MINE, B], isMine, [C, D, E], 4)).toEqual({
			endpoints: [A, C, D, B],
			unrestored: [E],
		});
		expect(planRelease([A, MINE], isMine, [B], 1)).toEqual({ endpoints: [A], unrestored: [B] });
	});
});
