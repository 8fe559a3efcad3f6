// A file of the house run beside the thread that answers residents.
import { Worker } from 'node:worker_threads'

/**
 * Resolves when the file has run to its end. Rejects with what went wrong, or when `signal` ends it.
 * @param file its path without the ending; the worker finds `data` as its `workerData`
 */
export async function runInWorker(file: string, data: unknown, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  const isSource = __filename.endsWith('.ts')
  const worker = new Worker(`${file}.${isSource ? 'ts' : 'js'}`, {
    workerData: data,
    // In tests and tools the worker is not built yet.
    execArgv: isSource ? ['--require', 'tsx/cjs'] : [],
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the worker ended with ${code}`))
    })
  }).finally(() => signal?.removeEventListener('abort', stop))
}
