/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { N8nClient } from '../../../demo/n8nClient';
import { findN8n, installN8n, n8nVersion } from '../../../demo/n8nInstall';
import { N8nProcess } from '../../../demo/n8nProcess';
import { findTarball, installPackage, makeTarball } from '../../../demo/package';
import { freePort } from '../../../demo/ports';
import { owner } from '../../../demo/setUp';
import { testFolder } from '../../support/testFolder';
import type { RunningN8n } from './running';

/**
 * Starts a fresh n8n with the packed package in it, or with other packages.
 * @param name of its folder, which is kept until the next run. Both versions of n8n can run at the same
 * time, so each has its own.
 */
export async function startFreshN8n(
	name: string,
	others?: string[],
): Promise<{ process: N8nProcess; running: RunningN8n }> {
	const command = findN8n() ?? (await installN8n());
	const tarballs = others ?? [(await findTarball()) ?? (await makeTarball())];
	const userFolder = join(testFolder, `${name}-${n8nVersion}`);
	const logFile = join(userFolder, 'n8n.log');
	await rm(userFolder, { recursive: true, force: true });
	await mkdir(userFolder, { recursive: true });
	for (const tarball of tarballs) await installPackage(tarball, userFolder);

	const n8n = new N8nProcess({ command, userFolder, logFile, port: await freePort() });
	await n8n.start();
	const cookie = await new N8nClient(n8n.url).signIn(owner);
	return { process: n8n, running: { url: n8n.url, cookie, logFile } };
}
