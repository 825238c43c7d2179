/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { join } from 'node:path';

export const projectFolder = join(__dirname, '..');

/** Holds everything that the demo and the end-to-end tests create. Git ignores it. */
export const demoFolder = join(projectFolder, '.demo');
