// The content that is served: loaded at the start, put in place anew when staff save or another node publishes, never half.
import { checkOn, type CheckedContent, type Content } from './content'
import { readContentFiles, type ContentFiles } from './content-files'
import type { Clock } from '../contracts/basics/clock'
import { findingLine, type Finding } from '../contracts/basics/finding'
import type { Logger } from '../contracts/basics/logger'
import type { Store } from '../contracts/store/store'
import type { Dialog } from '../dialog/model/model'
import { learnContent, learnContentAlong, relearnContent } from './learn-content'
import { logFaults } from './log-faults'
import { checkingChild } from './check-in-child'
import { BundleShelf, publicationOf, servedHash, shapesOf, type CurrentBundle } from './bundle-shelf'
import { checkUnlessKnown, errorsOf, recallChecked, type CheckOptions } from './checked-before'
import { readOlderDialogs } from './older-dialogs'

export interface ContentStatus {
  /** Of the bundle that is served. */
  readonly bundle: string
  /** ISO 8601; since when this node serves it. */
  readonly since: string
  /** Why what lies on disk is not served; absent when it is. */
  readonly fault?: string
}

/** Looks after the files; the adapter of a real disk stands in `adapters/content-watch`. */
export interface FileWatch {
  /** Resolves when changes from now on are seen. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

export interface LiveContentParts {
  /** Holds `dialogs/` and `knowledge/`. */
  readonly directory: string
  readonly cacheDirectory: string
  readonly store: Pick<Store, 'record' | 'putRecord'>
  /** Calls back some time after a file below the directory was saved. */
  readonly watchFiles: (directory: string, onChange: () => void) => FileWatch
  readonly clock: Clock
  readonly logger: Logger
  /** Names the program that checks, so that its next version checks anew; left out, nothing is remembered as checked. */
  readonly program?: string
  /** How often to look whether another node published. */
  readonly lookEveryMs?: number
}

const usualLookEveryMs = 2_000

export class LiveContent {
  private readonly shelf: BundleShelf
  private readonly checking = checkingChild()
  private served!: Content
  private since = ''
  private publication: string | undefined
  private fault: string | undefined
  /** Since a look at the store failed and none has gone well. */
  private isStoreAway = false
  private isClosed = false
  private work: Promise<void> = Promise.resolve()
  private watch: FileWatch | undefined
  private timer: NodeJS.Timeout | undefined

  private constructor(private readonly parts: LiveContentParts) {
    this.shelf = new BundleShelf(parts.store)
  }

  /**
   * Loads what is to be served. Files on disk that no node has published yet are published; files that were served before and
   * replaced since (an old machine starts again) are not, and the newer bundle of the store is served instead.
   * @throws DygnetError `content-invalid` when there is nothing that can be served.
   */
  static async open(parts: LiveContentParts): Promise<LiveContent> {
    const live = new LiveContent(parts)
    await live.begin()
    live.watch = parts.watchFiles(parts.directory, () => {
      void live.enqueue(() => live.lookAtDisk())
    })
    await live.watch.ready
    live.timer = setInterval(() => {
      void live.enqueue(() => live.lookAtStoreTellingOnce())
    }, parts.lookEveryMs ?? usualLookEveryMs)
    live.timer.unref()
    return live
  }

  readonly current = (): Content => this.served

  readonly status = (): ContentStatus => ({
    bundle: this.served.bundle,
    since: this.since,
    ...(this.fault === undefined ? {} : { fault: this.fault }),
  })

  async close(): Promise<void> {
    this.isClosed = true
    clearInterval(this.timer)
    await this.watch?.close()
    await this.work
    await this.checking.end()
  }

  /** One look at a time, in order; a failed one leaves what is served as it is. */
  private enqueue(look: () => Promise<void>): Promise<void> {
    this.work = this.work.then(look).catch((error: unknown) => {
      this.tellFailed(error)
    })
    return this.work
  }

  private tellFailed(error: unknown): void {
    this.parts.logger.warn({ err: error }, 'content could not be looked at; what is served stays')
  }

  /** It is looked at every other second: an hour without it is told once, and its end. */
  private async lookAtStoreTellingOnce(): Promise<void> {
    try {
      await this.lookAtStore()
    } catch (error) {
      if (!this.isStoreAway) this.tellFailed(error)
      this.isStoreAway = true
      return
    }
    if (this.isStoreAway) this.parts.logger.info({}, 'content is looked at again')
    this.isStoreAway = false
  }

  private async begin(): Promise<void> {
    const files = await readContentFiles(this.parts.directory)
    const checked = this.check(files)
    const faults = errorsOf(checked)
    const current = await this.shelf.current()
    if (current !== undefined && servedHash(current) === files.hash) {
      logFaults(faults, this.parts.logger)
      await this.serve(await learnContent(files, checked, this.parts), current)
      return
    }
    const shelved = current === undefined ? undefined : await this.shelf.bundle(servedHash(current))
    const isPassedBy = (await this.shelf.bundle(files.hash)) !== undefined || faults.length > 0
    if (current === undefined || shelved === undefined || !isPassedBy) {
      logFaults(faults, this.parts.logger)
      await this.serve(await learnContent(files, checked, this.parts), await this.publish(files, checked))
      return
    }
    await this.serve(await learnContent(shelved.files, this.check(shelved.files), this.parts), current)
    if (faults.length > 0) this.refuse(faults)
    else {
      this.fault = `the files on disk (${files.hash}) were replaced by ${servedHash(current)}; publish them to serve them again`
      this.parts.logger.warn(
        { onDisk: files.hash, served: servedHash(current) },
        'the files on disk are older than what is served',
      )
    }
  }

  /** Before anybody is served. */
  private check(files: ContentFiles): CheckedContent {
    return checkUnlessKnown(files, this.checkOptions(), this.parts.logger)
  }

  /** In another process, or here where that cannot be: checking all that a city wrote takes more than a second. */
  private async checkBeside(files: ContentFiles): Promise<CheckedContent> {
    const known = this.recall(files)
    if (known !== undefined) return known
    try {
      return await this.checking.do({ files, ...this.checkOptions() })
    } catch (error) {
      this.parts.logger.warn({ err: error }, 'no process to check in; checking here, and answers wait')
      return this.check(files)
    }
  }

  private recall(files: ContentFiles): CheckedContent | undefined {
    const { program, ...rest } = this.checkOptions()
    return program === undefined
      ? undefined
      : recallChecked({ ...rest, program, bundle: files.hash }, this.parts.logger)
  }

  private checkOptions(): CheckOptions {
    const { cacheDirectory, program, clock } = this.parts
    return { cacheDirectory, program, now: clock.now() }
  }

  private async lookAtDisk(): Promise<void> {
    const files = await readContentFiles(this.parts.directory)
    if (files.hash === this.served.bundle) {
      this.forgetFault()
      return
    }
    const checked = await this.checkBeside(files)
    const faults = errorsOf(checked)
    if (faults.length > 0) {
      this.refuse(faults)
      return
    }
    await this.take(files, checked, () => this.publish(files, checked))
  }

  private async lookAtStore(): Promise<void> {
    const current = await this.shelf.current()
    if (current === undefined || publicationOf(current) === this.publication) return
    const hash = servedHash(current)
    const bundle = hash === this.served.bundle ? undefined : await this.shelf.bundle(hash)
    if (bundle !== undefined)
      await this.take(bundle.files, await this.checkBeside(bundle.files), () => Promise.resolve(current))
    // Only what is withdrawn changed.
    else if (hash === this.served.bundle) await this.serve(this.served, current)
  }

  /**
   * Serves other files. Phrases that came are answered at once, by the classifier of before, which has learnt them along, and as
   * soon as it is there by one that has learnt everything anew.
   */
  private async take(
    files: ContentFiles,
    checked: CheckedContent,
    published: () => Promise<CurrentBundle>,
  ): Promise<void> {
    const along = learnContentAlong(files, checked, { ...this.parts, served: this.served })
    const content = along ?? (await learnContent(files, checked, this.parts))
    const current = await published()
    await this.serve(content, current)
    if (along !== undefined) void this.enqueue(() => this.relearn(files.hash))
  }

  /** What was saved once more meanwhile is passed over. Nothing but the classifier becomes another. */
  private async relearn(bundle: string): Promise<void> {
    if (this.isClosed || this.served.bundle !== bundle) return
    this.served = await relearnContent(this.served, this.parts)
    this.parts.logger.info({ bundle }, 'content is learnt anew')
  }

  private publish(files: ContentFiles, { read }: CheckedContent): Promise<CurrentBundle> {
    return this.shelf.publish({ files, shapes: shapesOf(read.dialogs) }, { now: this.parts.clock.now() })
  }

  private async serve(content: Content, current: CurrentBundle): Promise<void> {
    const now = this.parts.clock.now()
    const olderDialogs = await readOlderDialogs(this.shelf, current, {
      served: content.dialogs,
      now,
      compile: (files) => this.recall(files)?.read.dialogs ?? dialogsOf(files, now),
    })
    this.served = { ...content, olderDialogs }
    this.publication = publicationOf(current)
    this.since = now.toISOString()
    this.forgetFault()
    this.parts.logger.info({ bundle: content.bundle, dialogs: content.dialogs.size }, 'content is served')
  }

  /** Whoever looks into the log for the fault finds its end there, too. */
  private forgetFault(): void {
    if (this.fault === undefined) return
    this.fault = undefined
    this.parts.logger.info({ bundle: this.served.bundle }, 'the content is right again')
  }

  private refuse(faults: readonly Finding[]): void {
    const [first] = faults
    this.fault = `${faults.length} ${faults.length === 1 ? 'error' : 'errors'}, first ${first === undefined ? '' : findingLine(first, 'en')}`
    logFaults(faults, this.parts.logger)
    this.parts.logger.error(
      { served: this.served.bundle, faults: faults.length },
      'changed content has errors; the last good bundle is still served',
    )
  }
}

/** Without the articles nothing is said about links to them. */
const dialogsOf = ({ dialogs }: ContentFiles, now: Date): ReadonlyMap<string, Dialog> =>
  checkOn({ dialogs, articles: [] }, now).dialogs
