/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // A dynamic import names the file as it will be in dist/; here it is still TypeScript.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  globalSetup: '<rootDir>/test/support/build-once.ts',
  setupFiles: ['<rootDir>/test/support/remember-hashes.ts'],
  // Of two cores the default uses one; most tests wait for a browser, a Redis or a process half of their time.
  maxWorkers: '100%',
  testTimeout: 60_000,
}
