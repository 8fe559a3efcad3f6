// A process that is kept for a while after its work: more of the same is likely to come soon, and what it has loaded and
// compiled by then takes most of the time.
import type { Socket } from 'node:net'
import { startChild, type StartedChild } from './run-in-child'

export class KeptChild<Order extends object, Answer> {
  private started: StartedChild | undefined
  private timer: NodeJS.Timeout | undefined

  /**
   * @param file as `startChild` has it, with `onOrders`
   * @param keptMs it is ended when nothing was asked of it for so long
   */
  constructor(
    private readonly file: string,
    private readonly keptMs: number,
  ) {}

  /** One order at a time. Rejects with what went wrong; the next order gets a new process then. */
  async do(order: Order): Promise<Answer> {
    clearTimeout(this.timer)
    const { child, ended } = (this.started ??= this.start())
    keepUsAlive(child, true)
    const answer = new Promise((resolve) => child.once('message', resolve))
    const ends = ended.then(() => Promise.reject(new Error(`${this.file} ended without an answer`)))
    // Where it cannot be sent any more, its end says why.
    child.send(order, () => undefined)
    const given = (await Promise.race([answer, ends])) as Answer
    keepUsAlive(child, false)
    this.timer = setTimeout(() => void this.end(), this.keptMs).unref()
    return given
  }

  /** Resolves when it is gone. */
  async end(): Promise<void> {
    clearTimeout(this.timer)
    const { started } = this
    if (started === undefined) return
    const { child, ended } = started
    keepUsAlive(child, true)
    // It has nothing under way. Node never tells of the close of a process from which this side disconnects.
    child.kill()
    await ended.catch(() => undefined)
  }

  private start(): StartedChild {
    const started = startChild(this.file)
    const forget = (): void => {
      if (this.started === started) this.started = undefined
    }
    started.ended.then(forget, forget)
    return started
  }
}

/** A process that waits for orders is no reason to go on for the one that gives them. */
function keepUsAlive(child: StartedChild['child'], isReason: boolean): void {
  const deed = isReason ? 'ref' : 'unref'
  child[deed]()
  child.channel?.[deed]()
  ;(child.stderr as Socket | null)?.[deed]()
}
