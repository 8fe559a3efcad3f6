// How tests load content: as a start does that knows what the same program checked before.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readProgramVersion } from '../../adapters/program-version'
import { compileContent, type Content } from '../../bot/content'
import type { ContentFiles } from '../../bot/content-files'
import { silentLogger } from '../../bot/contracts/logger'
import { checkUnlessKnown } from '../../bot/live-content/checked-before'
import { projectRoot } from './project-root'

const cacheDirectory = join(tmpdir(), 'dygnet-test-cache')

/** @param now the day of the checks */
export function loadForTests(files: ContentFiles, now: Date): Content {
  // build-once.ts built dist/ from what is under test, so its version names that too.
  const program = readProgramVersion(join(projectRoot, 'dist'))
  return compileContent(
    files,
    { cacheDirectory, now },
    checkUnlessKnown(files, { cacheDirectory, program, now }, silentLogger),
  )
}
