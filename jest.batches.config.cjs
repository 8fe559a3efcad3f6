// As jest.config.cjs, for a run of all tests.
const { writeBatches } = require('./test/support/batches.cjs')

/** @type {import('jest').Config} */
module.exports = { ...require('./jest.config.cjs'), testMatch: writeBatches() }
