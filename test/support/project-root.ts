// Where the project lies; true for the sources of `test/support/` and for what is built into `dist/test-children/`.
import { join } from 'node:path'

export const projectRoot = join(__dirname, '..', '..')
