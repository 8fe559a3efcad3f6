// The build checks the content and learns it, so that a machine that has never started before is as quick as one that has, and
// hears signs of danger in the first message that it gets.
import { join } from 'node:path'
import { readProgramVersion } from '../adapters/program-version'
import { systemClock } from '../bot/contracts/basics/clock'
import { DygnetError } from '../bot/contracts/basics/errors'
import { silentLogger, type Logger } from '../bot/contracts/basics/logger'
import { removeOldCached } from '../bot/disk-cache/cached-file'
import { copyCached } from '../bot/disk-cache/copy-cached'
import { listenForDanger } from '../bot/stages/emergency/listen-for-danger'
import { checkedFiles } from '../bot/content/checked-before'
import { loadContent } from '../bot/content/load-content'
import { projectRoot } from './project-root'

const learntFolder = join(projectRoot, 'dist', 'learnt')

/** Folder of the detector of danger within one for what is learnt; it removes what is old by itself. */
export const dangerFolder = (cacheDirectory: string): string => join(cacheDirectory, 'danger')

/**
 * Leaves what a start would learn of the content in `dist/learnt`; what is there already of the same content is not learnt again.
 * Content that no bot can serve is left to the start, which says what is wrong with it.
 */
export async function learnAtBuild(directory = projectRoot): Promise<void> {
  const options = {
    cacheDirectory: learntFolder,
    program: readProgramVersion(join(projectRoot, 'dist')),
    now: systemClock.now(),
  }
  const content = await loadContent(directory, options, silentLogger).catch((error: unknown) => {
    if (error instanceof DygnetError && error.code === 'content-invalid') return undefined
    throw error
  })
  if (content === undefined) return
  removeOldCached(learntFolder, checkedFiles)
  const danger = { cacheDirectory: dangerFolder(learntFolder), logger: silentLogger, learnAfterMs: 0 }
  await listenForDanger({ content: () => content, ...danger }).learn()
}

/** Puts what the build learnt where a start looks for it. Without it a start learns by itself, so a failure is logged, no more. */
export function takeLearntAtBuild(cacheDirectory: string, logger: Logger): void {
  try {
    copyCached(learntFolder, cacheDirectory)
  } catch (error) {
    logger.warn({ err: error, cacheDirectory }, 'what the build learnt could not be copied; learning anew')
  }
}
