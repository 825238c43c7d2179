/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../demo/folders';
import { findTarball, makeTarball } from '../../../demo/package';
import { announce } from './packed';
import { run } from './run';

/** Unpacks the tarball that the end-to-end tests install, as n8n's installer does. */
export default async function globalSetup(): Promise<void> {
	const tarball = (await findTarball()) ?? (await makeTarball());
	const temporary = await mkdtemp(join(tmpdir(), 'whatsapp-groups-package-'));
	await run('tar', ['-xzf', tarball], { cwd: temporary });
	const folder = join(temporary, 'package');
	await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
	announce({ temporary, tarball, folder });
}
