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
  // Of two cores the default uses one. The tests of browsers, of Redis and of whole servers wait for half of their time, and a
  // worker more has something else to do meanwhile. With two more it is a tenth quicker, and on a machine that others slow down
  // too what is under test meets deadlines of its own: a command's two seconds, a text's time.
  maxWorkers: availableParallelism() + 1,
  // For what hangs: a machine that is shared may be five times slower for a while, and what is learnt beside the answers lets all
  // others go first. Neither is a fault.
  testTimeout: 600_000,
}
