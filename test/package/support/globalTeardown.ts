/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { rm } from 'node:fs/promises';
import { packed } from './packed';

export default async function globalTeardown(): Promise<void> {
	await rm(packed().temporary, { recursive: true });
}
