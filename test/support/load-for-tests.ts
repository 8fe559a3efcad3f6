// How tests load content: as a start does that knows what the same program checked and learnt before.
import { join } from 'node:path'
import { readProgramVersion } from '../../adapters/program-version'
import { compileContent, type Content } from '../../bot/content/content'
import type { ContentFiles } from '../../bot/content/content-files'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { checkUnlessKnown } from '../../bot/content/checked-before'
import { projectRoot } from './project-root'

/**
 * What tests check and learn is kept here between runs, as a server keeps it in `DATA_DIR/cache`.
 * @param city a cache keeps what was learnt of a few versions only, so each content has one of its own
 */
export const testCache = (city: string): string =>
  join(projectRoot, 'node_modules', '.cache', 'dygnet-tests', city)

/** build-once.ts built dist/ from what is under test, so its version names that too. */
export const builtProgram = (): string | undefined => readProgramVersion(join(projectRoot, 'dist'))

/** @param now the day of the checks */
export function loadForTests(city: string, files: ContentFiles, now: Date): Content {
  const options = { cacheDirectory: testCache(city), now }
  return compileContent(
    files,
    options,
    checkUnlessKnown(files, { ...options, program: builtProgram() }, silentLogger),
  )
}
