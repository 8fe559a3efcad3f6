// A server in a process of its own, so that what it costs is measured on it alone.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../main/project-root'

export interface ServedChild {
  readonly url: string
  /** From spawn until the first line on stdout with its address. */
  readonly startedInMs: number
  /** Resident set size, MB of 10^6 bytes. */
  rssMb(): number
  stop(): Promise<void>
  /** At once, as a crash; data in a DATA_DIR that was given stay where they are. */
  kill(): Promise<void>
}

/**
 * Starts `node <arguments>` and waits until it has printed an address. Without a DATA_DIR in its environment it gets a
 * fresh one, which goes when it stops.
 */
export function serveChild(
  nodeArguments: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ServedChild> {
  const folder = environment.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), 'dygnet-bench-')) : undefined
  const startedAt = performance.now()
  const child = spawn(process.execPath, nodeArguments, {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...(folder !== undefined && { DATA_DIR: folder }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)} before it listened`))
    })
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/[\w.]+:\d+/.exec(chunk.toString())?.[0]
      if (url !== undefined) resolve(served(child, url, performance.now() - startedAt, folder))
    })
  })
}

function served(
  child: ChildProcess,
  url: string,
  startedInMs: number,
  folder: string | undefined,
): ServedChild {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await ended(child, signal)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  return {
    url,
    startedInMs,
    rssMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]) / 1_000,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => {
      resolve()
    })
    child.kill(signal)
  })
}
