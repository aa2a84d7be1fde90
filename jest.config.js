/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/support/environment.ts',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	// Types are checked by `npm run typecheck`, all at once.
	transform: { '^.+\\.ts$': '@sucrase/jest-plugin' },
	maxWorkers: 2,
	// Longer than any test takes on a quiet machine; a busy one is no failure.
	testTimeout: 60_000,
};
