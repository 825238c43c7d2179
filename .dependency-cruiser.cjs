/** Who may import from whom. `test/package/dependencies.test.ts` runs this and breaks each rule once. */
const providers = '^nodes/WhatsAppGroups/providers';
const anyProvider = `${providers}/([^/]+)/`;

/** What every provider's folder may use besides itself. */
const shared = [
	`${providers}/[^/]+\\.ts$`,
	'^nodes/WhatsAppGroups/transport/errors\\.ts$',
	'node_modules/n8n-workflow/',
	'^(node:)?crypto$',
];

const forbidden = [
	{
		name: 'no-circles',
		from: {},
		to: { circular: true },
	},
	{
		name: 'provider-uses-only-its-own-and-shared',
		from: { path: anyProvider },
		// $1 is the provider's folder.
		to: { pathNot: [`${providers}/($1|cloudApi)/`, ...shared] },
	},
	{
		name: 'provider-only-through-the-table',
		// A credential may use what its own provider knows of signing; a unit test tries single pieces.
		from: { pathNot: [anyProvider, `${providers}/index\\.ts$`, '^(credentials|test/unit)/'] },
		to: { path: anyProvider },
	},
	{
		name: 'sandbox-knows-no-nodes',
		from: { path: '^sandbox/' },
		to: { path: '^(nodes|credentials)/' },
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
