// Learns signs of danger beside the process that answers, and then reads them in what residents write. Whatever fails in it
// fails nothing else: without it the phrases of `bot/emergency` are all that is listened for.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { questionsIn, type Content } from '../../content/content'
import type { ReadSigns, SignsOfDanger } from '../../contracts/talk/danger'
import type { Logger } from '../../contracts/basics/logger'
import { dangerExampleFiles } from '../../emergency/danger-examples'
import { phraseTables } from '../../emergency/phrase-tables'
import { readKin } from '../../emergency/word-kin'
import type { Detector } from '../../understanding/detector/detector'
import { loadDetector } from '../../understanding/detector/keep-detector'
import { runInChild } from '../../child-process/run-in-child'
import type { DangerOrder } from './danger-child'

export interface DangerListener {
  /** Knows nothing until it is learnt. */
  readonly readSigns: ReadSigns
  /** Loads what was learnt before, or learns it in a process of its own. Resolves in any case; a failure is logged. */
  learn(): Promise<void>
  /** Ends a learning under way. */
  stop(): void
}

export interface ListenForDangerParts {
  /** What residents ask of this city is learnt as ordinary; as it is when the learning begins. */
  readonly content: () => Content
  /** A folder of its own: what is old is removed from it. Made when it is not there. */
  readonly cacheDirectory: string
  readonly logger: Logger
  /** What is to be learnt waits so long: the first seconds after a start belong to residents. */
  readonly learnAfterMs?: number
}

const usualWaitMs = 10_000

export function listenForDanger({
  content,
  cacheDirectory,
  logger,
  learnAfterMs = usualWaitMs,
}: ListenForDangerParts): DangerListener {
  const ending = new AbortController()
  let detector: Detector | undefined
  const giveUp = (error: unknown) => {
    detector = undefined
    logger.warn({ err: error }, 'signs of danger are not listened for; phrases of emergencies still are')
  }
  const learnNow = async (order: DangerOrder): Promise<Detector> => {
    // Nothing else keeps a command line tool alive meanwhile: where there is nothing to wait for, no timer is set.
    if (learnAfterMs > 0) await setTimeout(learnAfterMs, undefined, { signal: ending.signal, ref: false })
    await runInChild(join(__dirname, 'danger-child'), order, ending.signal)
    const learnt = loadDetector(order, readKin, logger)
    if (learnt === undefined) throw new Error(`what was learnt could not be kept in ${cacheDirectory}`)
    return learnt
  }
  const learn = async (): Promise<void> => {
    try {
      const order = orderFor(content(), cacheDirectory)
      detector = loadDetector(order, readKin, logger) ?? (await learnNow(order))
    } catch (error) {
      if (!ending.signal.aborted) giveUp(error)
    }
  }
  return {
    learn,
    stop: () => {
      ending.abort()
    },
    readSigns: (text) => {
      if (detector === undefined) return undefined
      try {
        return signsIn(detector, text)
      } catch (error) {
        giveUp(error)
        return undefined
      }
    },
  }
}

function orderFor(content: Content, cacheDirectory: string): DangerOrder {
  const ordinary = questionsIn(content)
  // Piece by piece, for all of it in one text would be megabytes.
  const hash = createHash('sha256')
  for (const file of dangerExampleFiles()) hash.update(readFileSync(file))
  for (const { text, topic } of ordinary) hash.update(`${topic ?? ''}\n${text}\n`)
  for (const table of phraseTables) hash.update(JSON.stringify(table))
  return { ordinary, cacheDirectory, contentHash: hash.digest('hex') }
}

function signsIn(detector: Detector, text: string): SignsOfDanger {
  const { probability, shares } = detector.detect(text)
  const probabilityOf = (kind: string): number => probability * (shares.get(kind) ?? 0)
  return {
    accident: probabilityOf('accident'),
    violence: probabilityOf('violence'),
    'self-harm': probabilityOf('self-harm'),
  }
}
