/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/folders';

/**
 * Holds the folders of each n8n of the tests, one for each checkout. Outside of it, because n8n writes
 * and removes thousands of files that linters would read.
 */
export const testFolder = join(
	tmpdir(),
	'whatsapp-groups-tests',
	projectFolder.replaceAll(/\W+/g, '-'),
);
