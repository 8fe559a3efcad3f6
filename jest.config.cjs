const { availableParallelism } = require('node:os')

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
  setupFiles: ['<rootDir>/test/support/remember-hashes.ts', '<rootDir>/test/support/let-go-of-parser.ts'],
  testSequencer: '<rootDir>/test/support/dearest-first.cjs',
  // Of two cores the default uses one. The tests of browsers, of Redis and of whole servers wait for half of their time, and two
  // workers more have something else to do meanwhile: with one more it took a tenth longer.
  maxWorkers: availableParallelism() + 2,
  // For what hangs: a machine that is shared may be five times slower for a minute, and that is no fault.
  testTimeout: 180_000,
}
