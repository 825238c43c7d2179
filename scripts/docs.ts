/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * The parts of `docs/` that are generated from the code: what each provider supports, how its errors
 * are explained, the shapes of events and results, and the gallery of examples. `npm run docs` writes them between marks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createGenerator, type Schema } from 'ts-json-schema-generator';

import { operations } from '../nodes/WhatsAppGroups/actions/index';
import { providers } from '../nodes/WhatsAppGroups/providers/index';
import type { Problem } from '../nodes/WhatsAppGroups/contract/http';
import type { Provider } from '../nodes/WhatsAppGroups/contract/Provider';
import { explanationOf } from '../nodes/WhatsAppGroups/providers/shared/cloudApi/explanations';
import { eventMenu } from '../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { eventExamples } from './eventExamples';
import { gallery } from './gallery';
import { schemas } from './schemas';

const root = join(__dirname, '..');

/** The generated parts of each page, by the page and the mark. */
export function generatedDocs(): Record<string, Record<string, string>> {
	const pages = providers.map((provider) => [
		`docs/providers/${provider.name}.md`,
		{ capabilities: capabilities(provider), errors: errors(provider) },
	]);
	return {
		...Object.fromEntries(pages),
		'docs/examples.md': { gallery: gallery() },
		'docs/events-and-results.md': {
			events: events(),
			examples: eventExamples(),
			results: results(),
		},
	};
}

/** The example that everybody runs first: a file for each provider saves them a choice in every node. */
const toRunFirst = 'check-my-number';

/** The files that differ from an example only in the provider, by their paths. */
export function generatedExamples(): Record<string, string> {
	const text = readFileSync(join(root, 'examples', `${toRunFirst}.json`), 'utf8');
	const original = 'dialog360';
	const others = providers.filter(({ name }) => name !== original);
	const entries = others.map(({ name }) => [
		`examples/${toRunFirst}.${name}.json`,
		text.replaceAll(`"provider": "${original}"`, `"provider": "${name}"`),
	]);
	return Object.fromEntries(entries);
}

/** The text that is between the marks of a page now. */
export function partIn(page: string, mark: string): string | undefined {
	return between(mark).exec(readFileSync(join(root, page), 'utf8'))?.[0];
}

function between(mark: string): RegExp {
	return new RegExp(`(?<=<!-- ${mark} -->\\n)[\\s\\S]*(?=<!-- /${mark} -->)`);
}

function capabilities({ calls, events: offered, registration, rates }: Provider): string {
	const can = operations.filter(({ call }) => calls[call] !== undefined);
	const cannot = operations.filter(({ call }) => calls[call] === undefined);
	const delivers = eventMenu.filter(({ value }) => offered.some((event) => event === value));
	const list = (names: string[]) => names.join(', ') || '–';
	return table(
		['', ''],
		[
			['Actions', list(can.map(({ action }) => action))],
			['Not offered', list(cannot.map(({ action }) => action))],
			['Trigger events', list(delivers.map(({ name }) => name))],
			['Sets its webhook itself', registration ? 'yes' : 'no'],
			['Webhooks at a time', registration ? String(registration.capacity) : '–'],
			['Pace per number, kept by the node', list(pacesOf(rates))],
		],
	);
}

function pacesOf({ messages, uploads, changes }: Provider['rates']): string[] {
	const each = { messages, 'uploads of files': uploads, 'changes of groups': changes };
	return Object.entries(each).flatMap(([what, rate]) =>
		rate ? [`${rate.perSecond} ${what} per second`] : [],
	);
}

/** In the words of 1MSG and A1Base. For the others the status is enough. */
const refusedKey = { error: 'invalid token', message: 'invalid token' };

/** Meta's codes that have an explanation: of the Graph API, of messages and of groups. */
const codes = [...codesFrom(1, 1000), ...codesFrom(130_000, 3000)].filter(
	(code) => explanationOf(code) !== undefined,
);

function codesFrom(first: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(first + index));
}

/** Uses the provider's own explanations, so that a table can't say something else. */
function errors({ explain }: Provider): string {
	const byCode = codes.map((code) => [code, explain(400, { error: { code } })] as const);
	const byStatus = ['401', '403'].map(
		(status) => [`HTTP ${status}`, explain(Number(status), refusedKey)] as const,
	);
	const known = (problem?: Problem) => problem?.advice !== undefined;
	const rows = [...byStatus, ...byCode].filter(([, problem]) => known(problem));
	return table(
		['Response', 'What happened', 'What to do'],
		rows.map(([answer, problem]) => [answer, problem!.message, problem!.advice!]),
	);
}

function events(): string {
	const generator = createGenerator({
		path: join(root, 'nodes/WhatsAppGroups/contract/events.ts'),
		tsconfig: join(root, 'tsconfig.json'),
		type: 'GroupEvent',
		expose: 'none',
		topRef: false,
		skipTypeCheck: true,
	});
	return fields(generator.createSchema('GroupEvent'));
}

function results(): string {
	const all = schemas();
	const parts = operations.map(
		({ key, action }) => `### ${action}\n\n${fields(all[`${key.replace('.', '/')}.json`]!)}`,
	);
	return parts.join('\n');
}

/** A row for each field. Nested fields are listed by their path. */
function fields(schema: Schema): string {
	return table(['Field', 'Type', 'Meaning'], rowsOf(schema, ''));
}

function rowsOf(schema: Schema, path: string): string[][] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
		const field = part as Schema;
		const required = schema.required?.includes(name) ? '' : ', not always there';
		const row = [`\`${path}${name}\``, typeOf(field) + required, field.description ?? ''];
		return [row, ...rowsWithin(field, path + name)];
	});
}

/** The fields of an object, of each entry of a list, or of what can be `null`. */
function rowsWithin({ items, anyOf = [], ...schema }: Schema, path: string): string[][] {
	return [
		...rowsOf(schema, `${path}.`),
		...(items ? rowsWithin(items as Schema, `${path}[]`) : []),
		...anyOf.flatMap((alternative) => rowsWithin(alternative as Schema, path)),
	];
}

function typeOf({ type, enum: values, anyOf, items }: Schema): string {
	if (values) return values.map((value) => `\`${value}\``).join(' or ');
	if (anyOf) return anyOf.map((part) => typeOf(part as Schema)).join(' or ');
	if (items) return `list of ${typeOf(items as Schema)}`;
	return [type ?? 'anything'].flat().join(' or ');
}

function table(headings: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map(inCell).join(' | ')} |`;
	return ['', line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line), '', ''].join(
		'\n',
	);
}

function inCell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

if (require.main === module) {
	for (const [file, text] of Object.entries(generatedExamples())) {
		writeFileSync(join(root, file), text);
	}
	for (const [page, parts] of Object.entries(generatedDocs())) {
		const file = join(root, page);
		const text = Object.entries(parts).reduce(
			(before, [mark, part]) => before.replace(between(mark), () => part),
			readFileSync(file, 'utf8'),
		);
		writeFileSync(file, text);
	}
}
