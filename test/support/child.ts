// Processes of the tests' own that are started again and again, as build-once.ts made them.
import { join } from 'node:path'
import { projectRoot } from './project-root'

/** As deep below the project as `test/support/`, so that they find it in the same way. */
export const childrenFolder = join(projectRoot, 'dist', 'test-children')

/** What `node` is told in order to run one of them. */
export const childArguments = (name: string, ...words: readonly string[]): readonly string[] => [
  join(childrenFolder, `${name}.js`),
  ...words,
]
