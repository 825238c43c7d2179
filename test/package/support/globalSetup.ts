/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../demo/folders';
import { npm } from '../../../demo/run';
import { announce } from './packed';
import { run } from './run';

/** Builds, packs and unpacks, as publishing and n8n's installer do. */
export default async function globalSetup(): Promise<void> {
	const temporary = await mkdtemp(join(tmpdir(), 'whatsapp-groups-package-'));
	await npm(['run', 'build'], { cwd: projectFolder });
	await npm(['pack', '--ignore-scripts', '--pack-destination', temporary], { cwd: projectFolder });
	const [tarball] = await readdir(temporary);
	const folder = join(temporary, 'package');
	await run('tar', ['-xzf', tarball], { cwd: temporary });
	await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
	announce({ temporary, tarball: join(temporary, tarball), folder });
}
