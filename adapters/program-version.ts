// Which build of the program this is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Differs whenever the program or a package of it does. Undefined where nothing was built, as in tests and tools.
 * @param directory that `npm run build` built into
 */
export function readProgramVersion(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, 'program-version.txt'), 'utf8')
  } catch {
    return undefined
  }
}
