// Fetches the files of `knowledge/places/` from disk.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isPlaceFileName, type PlaceFile } from './place-file'

/**
 * The CSV files directly in `places/` below a folder, by name; none when there is no such folder. Rejects with Node's error
 * when one cannot be read.
 */
export async function readPlaceFiles(knowledge: string): Promise<readonly PlaceFile[]> {
  const folder = join(knowledge, 'places')
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const names = entries
    .filter((entry) => entry.isFile() && isPlaceFileName(entry.name))
    .map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({
      path: `${basename(knowledge)}/places/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}
