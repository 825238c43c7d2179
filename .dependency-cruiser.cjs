/** Who may import from whom. `test/package/dependencies.test.ts` runs this and breaks each rule once. */
const root = '^nodes/WhatsAppGroups';
const providers = `${root}/providers`;
const anyProvider = `${providers}/(?!shared/)([^/]+)/`;
const table = `${providers}/index\\.ts$`;

/** n8n's own types and helpers, and Node's hashes: all that published code may import. */
const outside = ['node_modules/n8n-workflow/', '^(node:)?crypto$'];

/** A room of the nodes, and the rooms below it that it may use. */
const floor = (room, ...below) => ({
	name: `${room}-uses-only-what-is-below`,
	from: { path: `${root}/${room}/` },
	to: {
		pathNot: [`${root}/${room}/`, ...below.map((name) => `${root}/${name}/`), ...outside],
	},
});

const forbidden = [
	{
		name: 'no-circles',
		from: {},
		to: { circular: true },
	},
	floor('contract'),
	{
		name: 'provider-uses-only-its-own-and-shared',
		from: { path: anyProvider },
		// $1 is the provider's folder.
		to: { pathNot: [`${providers}/($1|shared)/`, `${root}/contract/`, ...outside] },
	},
	{
		name: 'shared-imports-no-provider',
		from: { path: `${providers}/shared/` },
		to: { pathNot: [`${providers}/shared/`, `${root}/contract/`, ...outside] },
	},
	{
		name: 'provider-only-through-the-table',
		// A credential may use how its own provider signs; a unit test runs single pieces.
		from: { pathNot: [`${providers}/`, '^(credentials|test/unit)/'] },
		to: { path: `${providers}/`, pathNot: table },
	},
	floor('transport', 'contract'),
	floor('editor', 'contract', 'providers', 'transport'),
	floor('waiting', 'contract', 'providers', 'transport'),
	floor('actions', 'contract', 'providers', 'transport', 'editor', 'waiting'),
	floor('run', 'contract', 'providers', 'transport', 'editor', 'actions'),
	floor('trigger', 'contract', 'providers', 'transport', 'editor', 'waiting'),
	{
		name: 'receiving-and-registering-are-apart',
		from: { path: `${root}/trigger/(editor|receiving|registering)/` },
		to: { path: `${root}/trigger/(?!$1/)[^/]+/` },
	},
	{
		name: 'sandbox-imports-no-nodes',
		from: { path: '^sandbox/' },
		to: { path: '^(nodes|credentials)/' },
	},
	{
		name: 'world-imports-no-server',
		from: { path: '^sandbox/world/' },
		to: { path: '^sandbox/(?!world/)' },
	},
	{
		name: 'published-uses-nothing-for-development',
		from: { path: '^(nodes|credentials)/' },
		to: { path: ['^(sandbox|demo|test|scripts)/', 'node_modules/(?!n8n-workflow/)'] },
	},
	{
		// Loading it takes seconds, in each test file.
		name: 'unit-tests-need-no-n8n-core',
		from: { path: '^test/unit/' },
		to: { path: 'node_modules/n8n-core/', reachable: true },
	},
];

module.exports = {
	forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
	},
};
