// Where the command line tools keep what they check and learn.
import { join } from 'node:path'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { takeLearntAtBuild } from '../../main/learn-at-build'
import { projectRoot } from '../../main/project-root'

/** The folder that the next tool finds it in. What the build has learnt already lies there too, so that no tool learns it again. */
export function terminalCache(): string {
  const folder = join(projectRoot, 'var', 'cache')
  takeLearntAtBuild(folder, silentLogger)
  return folder
}
