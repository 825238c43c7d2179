/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * The vendors' own samples, exactly as on their pages. They are `.txt`, so that no formatter changes
 * them. 1MSG's page has no sample.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

const FOLDER = join(__dirname, '..', '..', 'fixtures', 'seeds');

/** Samples that aren't valid JSON on the vendor's page, and why. Reading them corrects them. */
export const CORRECTED: Record<string, string> = {
	'dialog360/status-sent.json': 'a comma behind the last member, `timestamp`',
	'dialog360/status-failed.json': 'a comma behind the last member of `error_data`',
	'dialog360/message-unsupported.json': 'a comma behind the last member of `metadata`',
};

export const JSON_SAMPLES = [
	'a1Base/send-answer.json',
	'dialog360/message-received.json',
	'dialog360/message-unsupported.json',
	'dialog360/pin.json',
	'dialog360/send-answer.json',
	'dialog360/status-failed.json',
	'dialog360/status-sent.json',
];

export function seedText(name: string): string {
	return readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
}

/** A JSON sample; those in `CORRECTED` without their stray commas. */
export function seed(name: string): IDataObject {
	const text = seedText(name);
	return JSON.parse(name in CORRECTED ? text.replace(/,(?=\s*[}\]])/g, '') : text) as IDataObject;
}

/** The URL and the JSON body of a `curl` sample. */
export function seedCurl(name: string): { url: string; body: IDataObject } {
	const text = seedText(name);
	const url = /https:\/\/[^'\s]+/.exec(text)?.[0] ?? '';
	const body = /(?:-d|--data) '(.*)'/s.exec(text)?.[1] ?? '';
	return { url, body: JSON.parse(body) as IDataObject };
}

/** The path and the JSON body of a sample in the form of an HTTP request. */
export function seedHttp(name: string): { path: string; body: IDataObject } {
	const [head = '', body = ''] = seedText(name).split('Body:');
	const [, path = ''] = head.split(/\s/);
	return { path, body: JSON.parse(body) as IDataObject };
}
