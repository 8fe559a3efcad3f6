// Fetches the files of `knowledge/` from disk.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isArticleFileName, type ArticleFile } from './article-file'
import { isSynonymFile } from './search/synonym-file'

/** Of an article, or of the synonyms. */
export const isKnowledgeFileName = (name: string): boolean =>
  isArticleFileName(name) || isSynonymFile({ path: name })

/**
 * The articles and the synonyms directly in a folder, by name. Paths begin with the folder's own name (`knowledge/x.md`), wherever
 * it lies.
 * Rejects with Node's error when the folder or a file cannot be read.
 */
export async function readArticles(directory: string): Promise<readonly ArticleFile[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && isKnowledgeFileName(entry.name))
    .map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({
      path: `${basename(directory)}/${name}`,
      text: await readFile(join(directory, name), 'utf8'),
    })),
  )
}
