// Bundles of content in the store: each kept whole under its hash and never changed, with a note of which one all nodes serve.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bundleOf, type ContentFile, type ContentFiles } from './content-files'
import type { Store } from '../contracts/store/store'
import type { Dialog } from '../dialog/model/model'

const file = z.object({ path: z.string(), text: z.string() })
const bundleRecord = z.object({
  dialogs: z.array(file),
  articles: z.array(file),
  /** Dialog id → shape, so that only bundles with a shape still needed are compiled again. */
  shapes: z.record(z.string(), z.string()),
  /** Id of the record that holds its places: megabytes, the same for nearly all bundles. */
  places: z.string().optional(),
})
const placesRecord = z.array(file)
const currentRecord = z.object({
  /** Newest last; the last one is served. */
  history: z.array(z.object({ hash: z.string(), publishedAt: z.string() })).min(1),
  /** Dialog id → when its versions of before were withdrawn. */
  withdrawn: z.record(z.string(), z.string()),
})

export type CurrentBundle = z.infer<typeof currentRecord>

export interface ShelvedBundle {
  readonly files: ContentFiles
  readonly shapes: Readonly<Record<string, string>>
}

/** Differs after every publication, also of files that are served already. */
export const publicationOf = ({ history }: CurrentBundle): string =>
  `${history.length} ${history.at(-1)?.hash ?? ''} ${history.at(-1)?.publishedAt ?? ''}`

/** So many steps back a pinned talk can reach; more edits than that in a week are edits of texts. */
const longestHistory = 30

const bundleId = (hash: string): string => `bundle/${hash}`

const placesIdOf = (places: readonly ContentFile[]): string => {
  const listed = JSON.stringify(places.map(({ path, text }) => [path, text]))
  return `places/${createHash('sha256').update(listed).digest('hex').slice(0, 12)}`
}

export const servedHash = (current: CurrentBundle): string => current.history.at(-1)?.hash ?? ''

export const shapesOf = (dialogs: ReadonlyMap<string, Dialog>): Readonly<Record<string, string>> =>
  Object.fromEntries([...dialogs].map(([id, { shapeHash }]) => [id, shapeHash]))

export class BundleShelf {
  constructor(private readonly store: Pick<Store, 'record' | 'putRecord'>) {}

  /** Which bundle all nodes are to serve; undefined before the first was published. */
  async current(): Promise<CurrentBundle | undefined> {
    const record = await this.store.record('content', 'current')
    return record === undefined ? undefined : currentRecord.parse(record.value)
  }

  /** The bundle of that hash; undefined when it was never published, or is no longer kept. */
  async bundle(hash: string): Promise<ShelvedBundle | undefined> {
    const record = await this.store.record('content', bundleId(hash))
    if (record === undefined) return undefined
    const { dialogs, articles, shapes, places: id } = bundleRecord.parse(record.value)
    const places = id === undefined ? [] : await this.places(id)
    return places === undefined ? undefined : { files: bundleOf(dialogs, articles, places), shapes }
  }

  private async places(id: string): Promise<readonly ContentFile[] | undefined> {
    const record = await this.store.record('content', id)
    return record === undefined ? undefined : placesRecord.parse(record.value)
  }

  /** Gives the id they are kept under; undefined when there are none. */
  private async keepPlaces(places: readonly ContentFile[]): Promise<string | undefined> {
    if (places.length === 0) return undefined
    const id = placesIdOf(places)
    await this.store.putRecord({ collection: 'content', id, value: places })
    return id
  }

  /** Keeps a bundle and makes it the one that all nodes serve. `withdraw`: dialogs whose older versions end at once. */
  async publish(
    { files, shapes }: ShelvedBundle,
    { now, withdraw = [] }: { readonly now: Date; readonly withdraw?: readonly string[] },
  ): Promise<CurrentBundle> {
    const { dialogs, articles, hash } = files
    const places = await this.keepPlaces(files.places)
    await this.store.putRecord({
      collection: 'content',
      id: bundleId(hash),
      value: { dialogs, articles, shapes, ...(places !== undefined && { places }) },
    })
    const publishedAt = now.toISOString()
    const before = await this.current()
    const ended = Object.fromEntries(withdraw.map((dialog) => [dialog, publishedAt]))
    const current: CurrentBundle = {
      history: [...(before?.history ?? []), { hash, publishedAt }].slice(-longestHistory),
      withdrawn: { ...before?.withdrawn, ...ended },
    }
    await this.store.putRecord({ collection: 'content', id: 'current', value: current })
    return current
  }
}
