// Finds the files that a check is about: the project's own, another folder's, or single files put among the project's.
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { isDialogFileName, readDialogFiles } from '../../bot/dialog/reading/read-dialog-files'
import { questionsFile } from '../../bot/knowledge/article-file'
import { isKnowledgeFileName, readArticles } from '../../bot/knowledge/read-articles'
import { isPlaceFileName } from '../../bot/places/place-file'
import { readPlaceFiles } from '../../bot/places/read-place-files'
import { isSynonymFile } from '../../bot/knowledge/search/synonym-file'

export interface ContentFile {
  readonly path: string
  readonly text: string
  readonly changedAt?: number
}

export interface ContentFiles {
  readonly dialogs: readonly ContentFile[]
  readonly articles: readonly ContentFile[]
  readonly places: readonly ContentFile[]
  /**
   * What lies beside the dialogs and articles and is not read, for its name says that it is something else; without text. A
   * folder ends with a slash.
   */
  readonly unread: readonly ContentFile[]
  /** Paths whose findings are shown. */
  readonly shown: ReadonlySet<string>
  /** Where a shown file lies on the disk. */
  readonly locate: (path: string) => string
}

/**
 * - nothing: everything of the project
 * - a folder with `dialogs/` or `knowledge/` in it: everything of that folder
 * - a folder with `city.yaml` in it: its dialogs
 * - the name of a dialog or an article: its files, among all of the project
 * - any other folder or file: that, among the project's own files, so that names of the city and of actions are known
 *
 * Rejects with Node's error when the path does not exist; no file is shown when nothing has that name.
 */
export async function findContent(project: string, path: string | undefined): Promise<ContentFiles> {
  if (path === undefined) return wholeRoot(project)
  if (!existsSync(path) && /^[\p{L}\p{N}_-]+$/u.test(path)) return named(await wholeRoot(project), path)
  const isFolder = (await stat(path)).isDirectory()
  if (!isFolder) return among(await wholeRoot(project), [await readOne(path)], () => path)
  if (existsSync(join(path, 'dialogs')) || existsSync(join(path, 'knowledge'))) return wholeRoot(path)
  const dialogs = await readDialogFiles(path)
  const inside = (file: string): string => join(path, basename(file))
  if (existsSync(join(path, 'city.yaml')))
    return all({ dialogs, articles: [], places: [], unread: await unreadIn(path) }, inside)
  return among(await wholeRoot(project), [...dialogs, ...(await readArticles(path))], inside)
}

async function wholeRoot(root: string): Promise<ContentFiles> {
  const dialogs = join(root, 'dialogs')
  const knowledge = join(root, 'knowledge')
  const files = {
    dialogs: existsSync(dialogs) ? await readDialogFiles(dialogs) : [],
    articles: existsSync(knowledge) ? await readArticles(knowledge) : [],
    places: existsSync(knowledge) ? await readPlaceFiles(knowledge) : [],
    unread: [...(await unreadIn(dialogs)), ...(await unreadIn(knowledge))],
  }
  return all(files, (path) => join(root, path))
}

const all = (
  files: Pick<ContentFiles, 'dialogs' | 'articles' | 'places' | 'unread'>,
  locate: ContentFiles['locate'],
): ContentFiles => ({
  ...files,
  locate,
  shown: new Set([...files.dialogs, ...files.articles, ...files.places].map(({ path }) => path)),
})

/** Written by machines or by editors for themselves, or read by people. */
const isOfNobody = (name: string): boolean => /^\.|^schema\b.*\.json$|~$/.test(name) || name === questionsFile

/** Read by another door. */
const placesFolder = 'places'

async function unreadIn(folder: string): Promise<readonly ContentFile[]> {
  if (!existsSync(folder)) return []
  const isArticles = basename(folder) === 'knowledge'
  const isRead = (name: string): boolean => (isArticles ? isKnowledgeFileName(name) : isDialogFileName(name))
  const isReadFolder = (name: string): boolean => isArticles && name === placesFolder
  return (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !isOfNobody(name))
    .filter((entry) =>
      entry.isDirectory() ? !isReadFolder(entry.name) : entry.isFile() && !isRead(entry.name),
    )
    .map((entry) => ({
      path: `${isArticles ? 'knowledge' : 'dialogs'}/${entry.name}${entry.isDirectory() ? '/' : ''}`,
      text: '',
    }))
}

const named = (files: ContentFiles, name: string): ContentFiles => ({
  ...files,
  unread: [],
  shown: new Set([...files.shown].filter((path) => basename(path).split('.')[0] === name)),
})

const folderOf = (path: string): string =>
  isPlaceFileName(path)
    ? 'knowledge/places'
    : extname(path) === '.md' || isSynonymFile({ path })
      ? 'knowledge'
      : 'dialogs'

async function readOne(path: string): Promise<ContentFile> {
  const { mtimeMs } = await stat(path)
  return {
    path: `${folderOf(path)}/${basename(path)}`,
    text: await readFile(resolve(path), 'utf8'),
    changedAt: mtimeMs,
  }
}

/** The files given, in the place of the project's files of the same name. */
function among(
  project: ContentFiles,
  given: readonly ContentFile[],
  locate: ContentFiles['locate'],
): ContentFiles {
  const named = given.map((file) => ({ ...file, path: `${folderOf(file.path)}/${basename(file.path)}` }))
  const shown = new Set(named.map(({ path }) => path))
  // A file that brings its own translations replaces the ones that lie beside its namesake.
  const whole = named
    .filter(({ text }) => /^translates:/m.test(text))
    .map(({ path }) => path.replace(/\.\w+$/, '.'))
  const isReplaced = (path: string): boolean => shown.has(path) || whole.some((stem) => path.startsWith(stem))
  const put = (files: readonly ContentFile[], folder: string) => [
    ...files.filter(({ path }) => !isReplaced(path)),
    ...named.filter(({ path }) => path.startsWith(`${folder}/`)),
  ]
  return {
    dialogs: put(project.dialogs, 'dialogs'),
    articles: put(project.articles, 'knowledge').filter(({ path }) => !isPlaceFileName(path)),
    places: put(project.places, 'knowledge/places'),
    unread: [],
    shown,
    locate,
  }
}
