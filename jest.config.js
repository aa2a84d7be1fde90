/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform: {
		// Types are checked by `npm run typecheck`, all at once.
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
	setupFilesAfterEnv: ['<rootDir>/test/support/retryTimedTests.ts'],
	maxWorkers: 2,
	// Longer than any test takes on a quiet machine; a busy one is no failure.
	testTimeout: 20_000,
};
