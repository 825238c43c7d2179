/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** A package for each provider: n8n verifies only packages for a single service. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../demo/folders';
import { findTarball, makeTarball } from '../demo/package';
import { npm } from '../demo/run';
import type { Provider } from '../nodes/WhatsAppGroups/contract/Provider';

const run = promisify(execFile);

/** What the code is bundled from. */
const sources = ['credentials', 'gulpfile.js', 'nodes', 'tsconfig.json'];

/** `Meta Cloud API` → `n8n-nodes-whatsapp-groups-meta-cloud-api`. */
export function packageName({ displayName }: Provider): string {
	return `n8n-nodes-whatsapp-groups-${displayName.toLowerCase().replaceAll(' ', '-')}`;
}

/** Packs the whole package's sources with this provider alone; gives the path of the tarball. */
export async function makeProviderPackage(provider: Provider, into: string): Promise<string> {
	const temporary = await mkdtemp(join(tmpdir(), 'whatsapp-groups-provider-'));
	try {
		const folder = join(temporary, 'package');
		const whole = (await findTarball()) ?? (await makeTarball());
		await run('tar', ['-xzf', whole], { cwd: temporary });
		for (const source of sources) {
			await cp(join(projectFolder, source), join(folder, source), { recursive: true });
		}
		await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
		const credential = await credentialOf(provider);
		// The compiler's copy of the whole package's manifest.
		await rm(join(folder, 'dist', 'package.json'));
		await leaveOnly(provider, folder);
		await leaveIconsOf(credential.source, folder);
		await writeManifest(provider, credential.path, folder);
		await writeReadme(provider, folder);
		await npm(['exec', '--', 'gulp', 'bundle'], { cwd: folder });
		await mkdir(into, { recursive: true });
		const options = ['--ignore-scripts', '--json', '--pack-destination', into];
		const [{ filename }] = JSON.parse(await npm(['pack', ...options], { cwd: folder }));
		return join(into, filename);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

/** The table of providers is the one place that names them. */
async function leaveOnly({ name }: Provider, folder: string): Promise<void> {
	const path = join(folder, 'nodes/WhatsAppGroups/providers/index.ts');
	const code = await readFile(path, 'utf8');
	const table = /(export const providers: Provider\[\] = \[).*?\]/s;
	if (!table.test(code)) throw new Error('providers/index.ts has no table of providers');
	await writeFile(path, code.replace(table, `$1${name}]`));
}

async function credentialOf({ credential }: Provider): Promise<{ path: string; source: string }> {
	const file = `${credential.charAt(0).toUpperCase()}${credential.slice(1)}.credentials`;
	const source = await readFile(join(projectFolder, 'credentials', `${file}.ts`), 'utf8');
	return { path: `dist/credentials/${file}.js`, source };
}

/** The icons of the credential and of the nodes. */
async function leaveIconsOf(credentialSource: string, folder: string): Promise<void> {
	const icons = join(folder, 'dist', 'icons');
	for (const icon of await readdir(icons)) {
		const isUsed = icon.startsWith('whatsapp-groups.') || credentialSource.includes(`/${icon}'`);
		if (!isUsed) await rm(join(icons, icon));
	}
}

async function writeManifest(
	provider: Provider,
	credential: string,
	folder: string,
): Promise<void> {
	const path = join(folder, 'package.json');
	const manifest = JSON.parse(await readFile(path, 'utf8'));
	const { displayName } = provider;
	manifest.name = packageName(provider);
	manifest.description = `Send to, manage and listen to WhatsApp groups from n8n, through ${displayName}`;
	manifest.keywords = [
		...['n8n-community-node-package', 'n8n', 'whatsapp', 'whatsapp-groups'],
		displayName.toLowerCase(),
	];
	manifest.n8n.credentials = [credential];
	await writeFile(path, `${JSON.stringify(manifest, null, '\t')}\n`);
}

async function writeReadme(provider: Provider, folder: string): Promise<void> {
	const { name, displayName } = provider;
	const { homepage } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
	const repository = homepage.replace(/#.*/, '');
	const page = await readFile(join(projectFolder, 'docs', 'providers', `${name}.md`), 'utf8');
	const place = (path: string) =>
		path.startsWith('../') ? `docs/${path.slice(3)}` : `docs/providers/${path}`;
	const withWholeLinks = page
		.replace(/^# .*\n/, '')
		.replace(/(!?\[[^\]]*\])\((?!https?:|#)([^)]+)\)/g, (_, label: string, path: string) => {
			const kind = label.startsWith('!') ? 'raw' : 'blob';
			return `${label}(${repository}/${kind}/main/${place(path)})`;
		});
	const text = `# WhatsApp Groups for n8n, through ${displayName}

Send to WhatsApp groups, manage them, and start workflows from what happens in them.

This package is for ${displayName} alone. [n8n-nodes-whatsapp-groups](${repository}) is the same for several providers, with examples and a sandbox. To move a workflow from one to the other, replace \`${packageName(provider)}.\` with \`n8n-nodes-whatsapp-groups.\` in its JSON, or the other way round, and choose the provider and the credential again.

## Install

In n8n, open **Settings → Community nodes**, choose **Install**, and enter \`${packageName(provider)}\`.
${withWholeLinks}`;
	await writeFile(join(folder, 'README.md'), text);
}
