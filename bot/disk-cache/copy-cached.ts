// What another folder of the cache holds already need not be made here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCachedFile } from './cached-file'

/**
 * Copies the files that `to` lacks, those of its folders too. A `from` that is not there holds nothing.
 * @throws Error of the file system when one cannot be read or written
 */
export function copyCached(from: string, to: string): void {
  if (!existsSync(from)) return
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyCached(source, target)
    else if (!existsSync(target)) writeCachedFile(target, readFileSync(source))
  }
}
