// A copy of the city's files that a test may edit, and the content served from it, with a clock that the test moves.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LiveContent } from '../../../bot/content/live-content'
import { watchContentFiles } from '../../../adapters/content-watch'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { testCache } from '../../support/load-for-tests'
import { writeSmallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'

export class MovingClock implements Clock {
  private at = nightClock.now()
  now = (): Date => new Date(this.at)
  pass(hours: number): void {
    this.at = new Date(this.at.getTime() + hours * 3_600_000)
  }
}

export class LiveCity {
  readonly folder = mkdtempSync(join(tmpdir(), 'dygnet-live-'))
  readonly logged: string[] = []
  /** Its own, so that no other test's program has checked for it. */
  private readonly program = randomUUID()
  private waiting: (() => void)[] = []
  live!: LiveContent

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    /** One of its own knows nothing that another run of the tests has learnt. */
    private readonly cacheDirectory = testCache('live'),
  ) {}

  async open(): Promise<this> {
    await writeSmallCity(this.folder)
    const note = (_facts: object, text: string) => {
      this.logged.push(text)
      this.waiting.splice(0).forEach((wake) => {
        wake()
      })
    }
    this.live = await LiveContent.open({
      directory: this.folder,
      cacheDirectory: this.cacheDirectory,
      store: this.store,
      watchFiles: watchContentFiles,
      clock: this.clock,
      logger: { ...silentLogger, info: note, warn: note, error: note },
      lookEveryMs: 20,
      program: this.program,
    })
    return this
  }

  /** Resolves when the node has said a line with this text, from now on. */
  async hears(text: string): Promise<void> {
    const from = this.logged.length
    while (!this.logged.slice(from).some((line) => line.includes(text)))
      await new Promise<void>((wake) => this.waiting.push(wake))
  }

  /** Saves a file of the city with something changed in it, and waits until the node has made up its mind. */
  async edit(file: string, from: string, to: string, expected = 'content is served'): Promise<void> {
    const heard = this.hears(expected)
    const path = join(this.folder, file)
    const before = readFileSync(path, 'utf8')
    if (!before.includes(from)) throw new Error(`${file} has no "${from}"`)
    writeFileSync(path, before.replace(from, to))
    await heard
  }

  async close(): Promise<void> {
    await this.live.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
