/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * All deliveries of `test/fixtures/deliveries`, by the provider that sends them. Each file is one
 * webhook call with the events that its source says it holds, or with what must be kept of it where
 * no source describes it. Printed samples are read from `test/fixtures/seeds`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../../nodes/WhatsAppGroups/contract/ProviderName';
import type { ExpectedEvent, Sample } from '../support/events';
import { seed } from '../support/seeds';

/** A delivery that no document describes, and the part that must be in the event's `raw`. */
export interface UnknownSample {
	name: string;
	body: IDataObject;
	kept: string;
}

interface Stored {
	file: string;
	name: string;
	/** Where it is from: every file says so. */
	source: string;
	/** One of the two. */
	body?: IDataObject;
	seed?: string;
	/** One of the two. */
	events?: ExpectedEvent[];
	kept?: string;
}

const FOLDER = join(__dirname, '..', '..', 'fixtures', 'deliveries');

export function stored(folder: string): Stored[] {
	return readdirSync(join(FOLDER, folder)).map((file) => ({
		...(JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8')) as Stored),
		file: `${folder}/${file}`,
	}));
}

/** Deliveries as they were seen in the field, of which the trigger's parameters or the order decide. */
export interface FieldCase {
	name: string;
	/** Where it was seen. */
	source: string;
	provider: ProviderName;
	parameters: INodeParameters;
	/** One after another. */
	deliveries: IDataObject[];
	/** What the runs start with, in part. */
	events: IDataObject[];
}

const FIELD_FOLDER = join(FOLDER, '..', 'field');

export const fieldCases = readdirSync(FIELD_FOLDER).map(
	(file) => JSON.parse(readFileSync(join(FIELD_FOLDER, file), 'utf8')) as FieldCase,
);

const bodyOf = ({ body, seed: printed }: Stored): IDataObject => body ?? seed(printed as string);

const known = (list: Stored[]): Sample[] =>
	list.flatMap((file) =>
		file.events ? [{ name: file.name, body: bodyOf(file), events: file.events }] : [],
	);

const unknownIn = (list: Stored[]): UnknownSample[] =>
	list.flatMap(({ name, body, kept }) => (body && kept ? [{ name, body, kept }] : []));

const cloudApi = stored('cloudApi');
const isOfGroups = ({ file }: Stored) => file.startsWith('cloudApi/group.');
const oneMsg = stored('oneMsg');
const a1Base = stored('a1Base');

export const samples: Record<ProviderName, Sample[]> = {
	dialog360: known([...stored('dialog360'), ...cloudApi]),
	metaCloud: known(cloudApi),
	// With raw hooks on, 1MSG passes Meta's envelope on.
	oneMsg: known([...oneMsg, ...cloudApi.filter((file) => !isOfGroups(file))]),
	a1Base: known(a1Base),
};

export const unknown: Record<ProviderName, UnknownSample[]> = {
	dialog360: unknownIn(cloudApi),
	metaCloud: unknownIn(cloudApi),
	oneMsg: [
		...unknownIn([...cloudApi, ...oneMsg]),
		// Passing these on is undocumented, so they rest on no event of the menu.
		...cloudApi.filter(isOfGroups).map((file) => ({
			name: `in raw form, ${file.name}`,
			body: { instanceId: '123456', ...bodyOf(file) },
			kept: 'group_id',
		})),
	],
	a1Base: unknownIn(a1Base),
};
