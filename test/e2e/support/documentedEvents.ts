/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** What `docs/events-and-results.md` says of events: fields with their types, and kinds with an example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../demo/folders';
import { isObject } from '../../../nodes/WhatsAppGroups/contract/values';
import { eventMenu } from '../../../nodes/WhatsAppGroups/trigger/editor/eventMenu';

const page = readFileSync(join(projectFolder, 'docs/events-and-results.md'), 'utf8');
const [, table = ''] = /<!-- events -->([^]*?)<!-- \/events -->/.exec(page) ?? [];

interface Field {
	type: string;
	isOptional: boolean;
}

/** By path, such as `participants[].id`. */
const fields = new Map<string, Field>(
	[...table.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(([, path = '', type = '']) => [
		path,
		{ type, isOptional: type.includes('not always there') },
	]),
);

const kinds = new Set([...page.matchAll(/<summary>(.*)<\/summary>/g)].map(([, kind]) => kind));

/** What the page doesn't say of this event, or says differently. */
export function undocumentedIn(event: Record<string, unknown>): string[] {
	const kind = kindOf(event);
	return [...(kinds.has(kind) ? [] : [`no example: ${kind}`]), ...faultsIn(event, '')];
}

/** As the page names it. */
function kindOf({ event, message }: Record<string, unknown>): string {
	const name = eventMenu.find(({ value }) => value === event)?.name ?? String(event);
	return event === 'message.received' && isObject(message)
		? `${name}: ${String(message.type)}`
		: name;
}

function faultsIn(object: Record<string, unknown>, path: string): string[] {
	const missing = [...fields].flatMap(([name, { isOptional }]) => {
		const own = name.startsWith(path) ? name.slice(path.length) : '';
		const isOwn = own !== '' && !/[.[]/.test(own);
		return isOwn && !isOptional && !(own in object) ? [`${name} is missing`] : [];
	});
	return [
		...missing,
		...Object.entries(object).flatMap(([name, value]) => faultsOf(value, path + name)),
	];
}

function faultsOf(value: unknown, path: string): string[] {
	const field = fields.get(path);
	if (field === undefined) return [`${path} is not documented`];
	if (!isOfType(value, field.type))
		return [`${path} is ${JSON.stringify(value)}, not ${field.type}`];
	if (path === 'raw') return [];
	if (Array.isArray(value)) {
		return value.filter(isObject).flatMap((entry) => faultsIn(entry, `${path}[].`));
	}
	return isObject(value) ? faultsIn(value, `${path}.`) : [];
}

function isOfType(value: unknown, type: string): boolean {
	if (type.startsWith('anything')) return true;
	if (value === null) return type.includes('null');
	if (Array.isArray(value)) return type.includes('list of');
	return type.includes(typeof value) || type.includes(`\`${String(value)}\``);
}
