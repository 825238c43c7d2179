/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Every link within the repository leads to a file, and to a heading or an anchor in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../../..');
const repository = 'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups';
const rawFiles = repository.replace('github.com', 'raw.githubusercontent.com');

const pages = [
	...readdirSync(root),
	...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
		(path) => `docs/${path}`,
	),
	...['nodes/WhatsAppGroups/README.md', '.github/pull_request_template.md'],
].filter((path) => path.endsWith('.md'));

/** Pages, and code whose texts link to our own pages: descriptions, codex files, credentials. */
const sources = [
	...pages,
	...readdirSync(join(root, 'credentials')).map((path) => `credentials/${path}`),
	...readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
		.map((path) => `nodes/${path}`)
		.filter((path) => /(\.ts|\.node\.json)$/.test(path)),
	...readdirSync(join(root, 'examples')).map((path) => `examples/${path}`),
	'package.json',
];

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** As GitHub makes anchors of headings. The second heading of a name gets `-1`. */
function anchorsOf(path: string): Set<string> {
	const text = textOf(path).replace(/^```.*?^```/gms, '');
	const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
	for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
		const plain = heading.replace(/<[^>]+>|\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
		let anchor = slug;
		for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
		anchors.add(anchor);
	}
	return anchors;
}

/** Links to other pages, pictures and files, as paths in the repository. */
function linksIn(path: string): Array<{ path: string; link: string; target: string }> {
	const whole = textOf(path);
	const text = whole.replace(/^```.*?^```/gms, '');
	const own = [
		...text.matchAll(new RegExp(`${repository}/(?:blob|raw)/main/([^\\s)"'\\\\]+)`, 'g')),
		...whole.matchAll(new RegExp(`${rawFiles}/main/([^\\s)"'\\\\]+)`, 'g')),
	];
	const onReadme = [...text.matchAll(new RegExp(`${repository}(#[\\w-]+)`, 'g'))].filter(
		([, anchor]) => anchor !== '#readme',
	);
	const relativeOnes = path.endsWith('.md')
		? [...text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g), ...text.matchAll(/src="(?!\w+:)([^"]+)"/g)]
		: [];
	return [
		...own.map(([link, target = '']) => ({ path, link, target })),
		...onReadme.map(([link, anchor]) => ({ path, link, target: `README.md${anchor}` })),
		...relativeOnes.map(([, link = '']) => ({
			path,
			link,
			target: link.startsWith('#') ? path + link : relative(root, join(root, dirname(path), link)),
		})),
	];
}

function leads(target: string): boolean {
	const [path = '', anchor] = target.split('#');
	if (!existsSync(join(root, path))) return false;
	return anchor === undefined || anchorsOf(path).has(anchor);
}

test('every link leads somewhere', () => {
	const links = sources.flatMap(linksIn);

	expect(links.length).toBeGreaterThan(100);
	expect(links.filter(({ target }) => !leads(target))).toEqual([]);
});

/** Hosts that aren't a provider's. */
const otherHosts = /(^|\.)(n8n\.io|nodejs\.org|github\.com|whatsapp\.com|example\.com)$/;

test('every link to a provider leads to a page that docs/facts names', () => {
	const facts = pages.filter((path) => path.startsWith('docs/facts/'));
	const named = facts.map(textOf).join('\n');
	const links = pages
		.filter((path) => !facts.includes(path))
		.flatMap((path) => [...textOf(path).matchAll(/\]\((https:[^)\s]+)\)/g)])
		.map(([, link = '']) => new URL(link))
		.filter(({ hostname }) => !otherHosts.test(hostname));

	expect(links.length).toBeGreaterThan(10);
	const isNamed = ({ hostname, pathname }: URL) =>
		named.includes(pathname === '/' ? hostname : pathname.replace(/\/$/, ''));
	expect(links.filter((link) => !isNamed(link)).map(String)).toEqual([]);
});
