// The files that staff wrote, as one bundle: read together, named by one hash, kept and compiled whole.
import { createHash } from 'node:crypto'
import { join, posix } from 'node:path'
import { DygnetError } from '../contracts/basics/errors'
import { isDialogFileName, readDialogFiles } from '../dialog/reading/read-dialog-files'
import { isKnowledgeFileName, readArticles } from '../knowledge/read-articles'
import { isPlaceFileName } from '../places/place-file'
import { readPlaceFiles } from '../places/read-place-files'

export interface ContentFile {
  /** `dialogs/felanmalan.yaml`, `knowledge/sortera-avfall.md`, `knowledge/places/adresser.csv`. */
  readonly path: string
  readonly text: string
}

export interface ContentFiles {
  readonly dialogs: readonly ContentFile[]
  readonly articles: readonly ContentFile[]
  /** The city's addresses and landmarks; none in a city that supplied none. */
  readonly places: readonly ContentFile[]
  /** Changes with any character of any file; the same on every machine. */
  readonly hash: string
}

/** @throws DygnetError `content-invalid` when `dialogs/` or `knowledge/` below the folder cannot be read, saying which. */
export async function readContentFiles(directory: string): Promise<ContentFiles> {
  try {
    const [dialogs, articles, places] = await Promise.all([
      readDialogFiles(join(directory, 'dialogs')),
      readArticles(join(directory, 'knowledge')),
      readPlaceFiles(join(directory, 'knowledge')),
    ])
    return bundleOf(dialogs, articles, places)
  } catch (cause) {
    const { code = 'unknown reason', path = directory } = cause as NodeJS.ErrnoException
    throw new DygnetError(
      'content-invalid',
      `${path} cannot be read (${code}). Set CONTENT_DIR to a folder that holds dialogs/ and knowledge/.`,
      { cause },
    )
  }
}

const folders = {
  dialogs: { folder: 'dialogs', isRead: isDialogFileName },
  articles: { folder: 'knowledge', isRead: isKnowledgeFileName },
  places: { folder: 'knowledge/places', isRead: isPlaceFileName },
} as const

type Room = keyof typeof folders

const isOf = (room: Room, path: string): boolean =>
  posix.dirname(path) === folders[room].folder && folders[room].isRead(posix.basename(path))

/** Whether `readContentFiles` would read what has this path below the folder. */
export const isContentPath = (path: string): boolean =>
  isOf('dialogs', path) || isOf('articles', path) || isOf('places', path)

/** The bundle of what was read elsewhere than from a folder, by the paths. */
export function bundleByPath(files: readonly ContentFile[]): ContentFiles {
  const of = (room: Room) => files.filter(({ path }) => isOf(room, path))
  return bundleOf(of('dialogs'), of('articles'), of('places'))
}

/** Twelve hex digits tell a few thousand bundles apart and still fit in a log line. */
export function bundleOf(
  dialogs: readonly ContentFile[],
  articles: readonly ContentFile[],
  places: readonly ContentFile[] = [],
): ContentFiles {
  const listed = [...dialogs, ...articles, ...places].map(({ path, text }) => [path, text]).sort()
  const hash = createHash('sha256').update(JSON.stringify(listed)).digest('hex').slice(0, 12)
  return { dialogs, articles, places, hash }
}
