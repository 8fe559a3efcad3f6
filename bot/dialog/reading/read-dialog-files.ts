// Fetches the files of `dialogs/` from disk.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DialogFile } from './fields/sort-documents'

export const isDialogFileName = (name: string): boolean => /\.ya?ml$/.test(name)

/**
 * The YAML files directly in a folder, by name. Paths begin with the folder's own name (`dialogs/x.yaml`), wherever it
 * lies. Rejects with Node's error when the folder or a file cannot be read.
 */
export async function readDialogFiles(directory: string): Promise<readonly DialogFile[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && isDialogFileName(entry.name))
    .map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({
      path: `${basename(directory)}/${name}`,
      text: await readFile(join(directory, name), 'utf8'),
      changedAt: (await stat(join(directory, name))).mtimeMs,
    })),
  )
}
