// What staff write, kept fresh, and what is learnt from it.
import { join } from 'node:path'
import { watchContentFiles } from '../adapters/content-watch'
import type { Settings } from '../adapters/settings'
import type { Content } from '../bot/content/content'
import { systemClock } from '../bot/contracts/basics/clock'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { prepareToSpot } from '../bot/emergency/spot-emergency'
import type { PassageMeanings } from '../bot/knowledge/meaning/passage-meanings'
import { listenForDanger, type DangerListener } from '../bot/stages/emergency/listen-for-danger'
import { LiveContent } from '../bot/content/live-content'
import { dangerFolder, takeLearntAtBuild } from './learn-at-build'
import { dataDirectory } from './open-store'
import { projectRoot } from './project-root'

export function openContent(
  settings: Settings,
  store: Store,
  logger: Logger,
  program: string | undefined,
): Promise<LiveContent> {
  const cacheDirectory = join(dataDirectory(settings), 'cache')
  takeLearntAtBuild(cacheDirectory, logger)
  return LiveContent.open({
    directory: settings.CONTENT_DIR ?? projectRoot,
    cacheDirectory,
    store,
    watchFiles: watchContentFiles,
    clock: systemClock,
    logger,
    ...(program !== undefined && { program }),
  })
}

export const openDangerListener = (
  settings: Settings,
  content: () => Content,
  logger: Logger,
): DangerListener =>
  listenForDanger({
    content,
    cacheDirectory: dangerFolder(join(dataDirectory(settings), 'cache')),
    logger,
  })

/** The page is served before it. A message that comes meanwhile waits for the phrases, and for nothing else. */
export function prepareToListen(danger: DangerListener, meanings: PassageMeanings | undefined): void {
  prepareToSpot()
  void danger.learn()
  void meanings?.learn()
}
