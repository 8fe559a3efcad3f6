// The content as it stands in the editor: files on disk, and over them the open buffers. Checked by the one checker.
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { checkContent, type Compile, type ReadContent } from '../../bot/content/content'
import type { ContentFile } from '../../bot/content/content-files'
import type { Finding } from '../../bot/contracts/basics/finding'
import type { Dialog } from '../../bot/dialog/model/model'
import { createDialogCompiler } from '../../bot/dialog/reading/compile-dialogs'
import { toLocalTime } from '../../bot/hours/local-time'
import { isArticleFileName } from '../../bot/knowledge/article-file'
import { sameFiles } from '../../bot/contracts/basics/same-files'

export interface Workspace {
  /** `dialogs/felanmalan.yaml` for a file of the content below the root; undefined for any other. */
  nameOf(path: string): string | undefined
  pathOf(name: string): string
  /** The text in the editor, or on disk. */
  textOf(name: string): string | undefined
  /** Takes the text of an open buffer; undefined when it is closed, and the disk counts again. */
  setBuffer(name: string, text: string | undefined): void
  /** Reads again what may have changed on disk. */
  refresh(): Promise<void>
  /** Checks everything with the buffers as they are. */
  check(): CheckedContent
}

export interface CheckedContent {
  readonly content: ReadContent
  /** By id: as it can be read now, faults and all, then as it was when it last was sound. At least one of them. */
  readonly dialogs: ReadonlyMap<string, readonly Dialog[]>
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  /** Ids of the articles. */
  readonly articles: readonly string[]
}

const folders = {
  dialogs: (name: string) => /\.ya?ml$/.test(name),
  knowledge: isArticleFileName,
} as const
type Folder = keyof typeof folders

/** @param root the folder that has `dialogs/` and `knowledge/` in it */
export async function openWorkspace(root: string): Promise<Workspace> {
  const onDisk = new Map<string, string>()
  const same = sameFiles<ContentFile>()
  const compile = createDialogCompiler()
  const buffers = new Map<string, string>()
  let last: CheckedContent | undefined
  const workspace: Workspace = {
    nameOf: (path) => {
      const folder = basename(dirname(path))
      const isContent = (folder === 'dialogs' || folder === 'knowledge') && folders[folder](basename(path))
      return isContent && dirname(dirname(path)) === root ? `${folder}/${basename(path)}` : undefined
    },
    pathOf: (name) => join(root, name),
    textOf: (name) => buffers.get(name) ?? onDisk.get(name),
    setBuffer: (name, text) => {
      if (text !== undefined) buffers.set(name, text)
      else {
        buffers.delete(name)
        rereadOne(root, name, onDisk)
      }
    },
    refresh: async () => {
      const read = await Promise.all([readFolder(root, 'dialogs'), readFolder(root, 'knowledge')])
      onDisk.clear()
      for (const [name, text] of read.flat()) onDisk.set(name, text)
    },
    check: () => {
      last = checkAll(new Map([...onDisk, ...buffers]), { same, compile }, last)
      return last
    },
  }
  await workspace.refresh()
  return workspace
}

async function readFolder(root: string, folder: Folder): Promise<readonly (readonly [string, string])[]> {
  const names = await readdir(join(root, folder)).catch(() => [])
  return Promise.all(
    names
      .filter((name) => folders[folder](name))
      .map(async (name) => [`${folder}/${name}`, await readFile(join(root, folder, name), 'utf8')] as const),
  )
}

/** A buffer that was closed without being saved leaves the file as it is on disk, or nothing. */
function rereadOne(root: string, name: string, onDisk: Map<string, string>): void {
  try {
    onDisk.set(name, readFileSync(join(root, name), 'utf8'))
  } catch {
    onDisk.delete(name)
  }
}

/** What is known of files that have not changed since the last check. */
interface Known {
  readonly same: (file: ContentFile) => ContentFile
  readonly compile: Compile
}

function checkAll(
  texts: ReadonlyMap<string, string>,
  { same, compile }: Known,
  last: CheckedContent | undefined,
): CheckedContent {
  const filesIn = (folder: Folder) =>
    [...texts]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => same({ path, text }))
  const content = checkContent(
    { dialogs: filesIn('dialogs'), articles: filesIn('knowledge') },
    toLocalTime(new Date(), 'Europe/Stockholm').date,
    compile,
  )
  const findings = new Map<string, Finding[]>()
  for (const found of content.findings) {
    findings.set(found.place.file, [...(findings.get(found.place.file) ?? []), found])
  }
  const articles = filesIn('knowledge').map(({ path }) => basename(path).replace(/\..*$/, ''))
  return {
    content: { ...content, city: content.city ?? last?.content.city },
    dialogs: versionsOf(content, texts, last),
    findings,
    articles: [...new Set(articles)],
  }
}

/** Half a line can hide a step or the whole dialog; what was there a moment ago is still worth offering. */
function versionsOf(
  { drafts, dialogs }: ReadContent,
  texts: ReadonlyMap<string, string>,
  last: CheckedContent | undefined,
): CheckedContent['dialogs'] {
  const versions = new Map<string, readonly Dialog[]>()
  for (const [id, before] of last?.dialogs ?? []) {
    if (before.every(({ file }) => texts.has(file))) versions.set(id, before.slice(-1))
  }
  for (const [id, draft] of drafts) {
    const isSound = dialogs.has(id)
    versions.set(id, isSound ? [draft] : [draft, ...(versions.get(id) ?? [])])
  }
  return versions
}
