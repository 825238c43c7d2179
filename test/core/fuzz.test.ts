/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * Deliveries that no document describes: genuine ones with parts replaced, removed or doubled, signed
 * or forged. The trigger answers all of them, rejects forged ones, and keeps its state.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { providerNamed } from '../../nodes/WhatsAppGroups/providers';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import type { IncomingCall } from '../support/trigger';
import { fieldCases, samples, unknown } from '../unit/deliveries';
import { signedCall, triggerWithSecret } from './support/signedCalls';

jest.setTimeout(300_000);

const DELIVERIES = 26_000;
const MEGABYTE = 1024 * 1024;

const collectGarbage = (() => {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc') as () => void;
})();

type Forge = (call: IncomingCall, seed: number) => IncomingCall;

const everyProof = (call: IncomingCall, change: (text: string) => unknown): IncomingCall => {
	const changed = (list: Record<string, string> = {}) =>
		Object.fromEntries(Object.entries(list).map(([name, text]) => [name, change(text)]));
	return { ...call, headers: changed(call.headers), query: changed(call.query) } as IncomingCall;
};

const forgeries: Forge[] = [
	(call) => ({ ...call, headers: {}, query: {} }),
	(call) => everyProof(call, () => ''),
	(call) => everyProof(call, () => 'guessed'),
	(call) => everyProof(call, (text) => text.slice(1)),
	(call) => everyProof(call, (text) => [text, text]),
	(call) => everyProof(call, (text) => ({ length: text.length })),
	(call) => everyProof(call, () => '__proto__'),
	(call, seed) =>
		everyProof(call, (text) => {
			const at = seed % text.length;
			return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
		}),
];

interface Place {
	parent: Record<string, unknown>;
	name: string;
}

function places(value: unknown): Place[] {
	if (typeof value !== 'object' || value === null) return [];
	const parent = value as Record<string, unknown>;
	return Object.keys(parent).flatMap((name) => [{ parent, name }, ...places(parent[name])]);
}

/** JSON as text, because JSON.stringify can't produce all of them. */
const oddities = fc.oneof(
	{ weight: 60, arbitrary: fc.json({ maxDepth: 2 }) },
	{
		weight: 40,
		arbitrary: fc.constantFrom(
			...['null', '0', '-1', '1e999', '9'.repeat(40), '""', '[]', '{}', '[[[]]]', 'true', '"@"'],
			...[
				'"__proto__"',
				'"constructor"',
				'"toString"',
				'"hasOwnProperty"',
				'"image"',
				'"reaction"',
			],
			'{"__proto__":{"polluted":true}}',
			'{"constructor":{"prototype":{"polluted":true}}}',
			'[{"__proto__":null,"type":"constructor"}]',
			'"15550002222@g.us"',
			'"\\u0000\\ud800"',
		),
	},
);
const huge = fc.constantFrom(
	JSON.stringify('@'.repeat(MEGABYTE)),
	JSON.stringify(`+${'1'.repeat(MEGABYTE)}`),
	JSON.stringify(`${'@g.us'.repeat(MEGABYTE / 5)}\n`),
	`${'['.repeat(50_000)}${']'.repeat(50_000)}`,
	`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
);

interface Change {
	where: number;
	how: 'replace' | 'remove' | 'double' | 'add' | 'rename';
	odd: string;
}

const changes = fc.array(
	fc.record<Change>({
		where: fc.nat(),
		how: fc.constantFrom('replace', 'replace', 'remove', 'double', 'add', 'rename'),
		odd: fc.oneof({ weight: 2000, arbitrary: oddities }, { weight: 1, arbitrary: huge }),
	}),
	{ maxLength: 4 },
);

/** A marker for each odd part, so that the text can contain what no object can. */
function mutated(sample: IDataObject, list: Change[]): string {
	const body = JSON.parse(JSON.stringify(sample)) as IDataObject;
	const odds: string[] = [];
	for (const { where, how, odd } of list) {
		const all = places(body);
		if (all.length === 0) break;
		const { parent, name } = all[where % all.length]!;
		const marker = `<odd ${odds.push(odd) - 1}>`;
		if (how === 'replace') parent[name] = marker;
		else if (how === 'remove') delete parent[name];
		else if (how === 'double') parent[name] = [parent[name], structuredClone(parent[name])];
		else if (how === 'rename') parent[`_${name}`] = parent[name];
		else if (Array.isArray(parent)) parent.push(marker);
		else parent[['type', 'status', 'errors', 'toJSON', 'length'][where % 5]!] = marker;
	}
	return JSON.stringify(body).replace(/"<odd (\d)>"/g, (_marker, index) => odds[Number(index)]!);
}

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const shapes = () => prototypes.map((prototype) => Reflect.ownKeys(prototype));

const bodies = (provider: ProviderName) => [
	...[...samples[provider], ...unknown[provider]].map(({ body }) => body),
	...fieldCases.filter((one) => one.provider === provider).flatMap(({ deliveries }) => deliveries),
];

describe.each(providerNames)('%s', (provider) => {
	const delivery = fc.record({
		sample: fc.constantFrom(...bodies(provider)),
		changes,
		forgery: fc.option(fc.nat(forgeries.length - 1), { freq: 2 }),
		seed: fc.nat(),
	});

	test(`${DELIVERIES} mutated deliveries`, async () => {
		const trigger = triggerWithSecret(provider, `fuzz ${provider}`, {
			filters: { keywords: 'hi\n/(a+)+b/', ignoreOwn: false },
			options: { downloadMedia: false, includeRaw: true },
		});
		const offered = new Set<unknown>(providerNamed(provider)?.events);
		const before = shapes();
		const heaps: number[] = [];
		const seen = { items: 0, forged: 0, refused: 0, slowest: 0 };
		let count = 0;

		await fc.assert(
			fc.asyncProperty(delivery, async ({ sample, changes: list, forgery, seed }) => {
				const genuine = signedCall(provider, mutated(sample, list));
				const call = forgery === null ? genuine : forgeries[forgery]!(genuine, seed);
				const started = performance.now();

				const { status, body, items = [] } = await trigger.receive(call);

				seen.slowest = Math.max(seen.slowest, performance.now() - started);
				count += 1;
				seen.items += items.length;
				const warnings = trigger.warnings.splice(0);
				const outcome = [status, items.length > 0, warnings.length].join();
				if (forgery !== null) {
					seen.forged += 1;
					if (outcome !== '401,false,1') throw new Error(`Forged: ${outcome}`);
				} else if (status === 400) {
					seen.refused += 1;
					if (outcome !== '400,false,1') throw new Error(`Refused: ${outcome}`);
				} else if (status !== 200 || warnings.length > 0) {
					throw new Error(`Genuine: ${outcome} ${JSON.stringify(body)}`);
				}
				for (const { event, eventId, timestamp, provider: of } of items) {
					if (!offered.has(event) || of !== provider) throw new Error(`${String(event)} came`);
					if (typeof eventId !== 'string' || eventId.length > 4000) throw new Error('eventId');
					if (timestamp !== null && !/^[+-]?\d{4,6}-/.test(String(timestamp))) {
						throw new Error(`The time is ${String(timestamp)}`);
					}
				}
				if (count % (DELIVERIES / 20) === 0) {
					collectGarbage();
					heaps.push(process.memoryUsage().heapUsed);
				}
			}),
			{ numRuns: DELIVERIES },
		);

		expect(shapes()).toEqual(before);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
		// A test in which everything is rejected or accepted would show nothing.
		expect(seen.items).toBeGreaterThan(DELIVERIES / 20);
		expect(seen.forged).toBeGreaterThan(DELIVERIES / 5);
		expect(seen.slowest).toBeLessThan(2000);
		expect(JSON.stringify(trigger.staticData).length).toBeLessThan(20_000);
		// The first tenth beside the last.
		const growth = heaps[19]! - heaps[1]!;
		expect(growth).toBeLessThan(8 * MEGABYTE);
	});
});
