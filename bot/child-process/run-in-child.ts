// A file of the house run in a process of its own, beside the one that answers residents: what learning takes in memory goes
// back to the machine when it ends, which that of a thread does not, and residents go first.
import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** Of what the process complained about, the end says what ended it. */
const keptOfComplaint = 2_000

export interface StartedChild {
  readonly child: ChildProcess
  /** Resolves when it has run to its end. Rejects with what went wrong, or when it was ended from outside. */
  readonly ended: Promise<void>
}

/** @param file its path without the ending; it is given what is sent to it by `onOrder` or `onOrders` */
export function startChild(file: string, signal?: AbortSignal): StartedChild {
  const isSource = __filename.endsWith('.ts')
  const child = fork(`${file}.${isSource ? 'ts' : 'js'}`, [], {
    // In tests and tools it is not built yet.
    execArgv: isSource ? ['--require', 'tsx/cjs'] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    ...(signal && { signal }),
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-keptOfComplaint)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, killedBy) => {
      if (code === 0) resolve()
      else reject(new Error(`${file} ended with ${code ?? String(killedBy)}: ${complaint.trim()}`))
    })
  })
  goSecond(child.pid)
  return { child, ended }
}

/**
 * Resolves with what the file hands back when it has run to its end. Rejects with what went wrong, or when `signal` ends it.
 * @param file as `startChild` has it, with `onOrder`
 */
export async function runInChild(file: string, data: object, signal?: AbortSignal): Promise<unknown> {
  signal?.throwIfAborted()
  const { child, ended } = startChild(file, signal)
  let answer: unknown
  child.once('message', (message) => {
    answer = message
  })
  // Where it cannot be sent any more, its end says why.
  child.send(data, () => undefined)
  await ended
  return answer
}

function goSecond(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It may have ended already, or the machine does not let us.
  }
}

/** In such a file: does what it was given, hands back what that gave, and ends; badly when the work fails. */
export function onOrder(work: (order: unknown) => unknown): void {
  const doAndEnd = async (order: unknown): Promise<void> => {
    const answer = await work(order)
    if (answer === undefined) process.disconnect()
    else process.send?.(answer, () => process.disconnect())
  }
  process.once('message', (order) => void doAndEnd(order))
}

/** In such a file of a process that is kept: does what it is given, one thing after the other, until it is let go. */
export function onOrders(work: (order: unknown) => unknown): void {
  process.on('message', (order) => {
    const doIt = async (): Promise<void> => {
      process.send?.(await work(order))
    }
    void doIt()
  })
}
