/** What tests read; `dist` and `.demo` hold copies of packages that must not be found here. */
const roots = ['nodes', 'credentials', 'sandbox', 'demo', 'scripts', 'test'].map(
	(folder) => `<rootDir>/${folder}`,
);

const project = (displayName, more = {}) => ({
	displayName,
	roots,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
	...more,
});

module.exports = {
	// Only for tests that hang: other tests run at the same time, so 5 seconds can be too short.
	testTimeout: 30_000,
	projects: [
		project('unit'),
		project('sandbox'),
		project('core', { setupFiles: ['<rootDir>/test/support/env.js'] }),
		project('package', {
			setupFiles: ['<rootDir>/test/support/env.js'],
			globalSetup: '<rootDir>/test/package/support/globalSetup.ts',
			globalTeardown: '<rootDir>/test/package/support/globalTeardown.ts',
		}),
		project('e2e', {
			globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
			globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
		}),
		project('queue'),
	],
};
