// Tells when staff have saved something in `dialogs/` or `knowledge/`.
import { join } from 'node:path'
import { watch } from 'chokidar'

/** An editor that saves writes several times in a row; one look afterwards is enough. */
const quietMs = 200

interface FileWatch {
  /** Resolves when changes from now on are seen. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

export function watchContentFiles(directory: string, onChange: () => void): FileWatch {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch([join(directory, 'dialogs'), join(directory, 'knowledge')], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !/\.(?:ya?ml|md|csv)$/i.test(path),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, quietMs)
  })
  return {
    ready: new Promise((resolve) =>
      watcher.once('ready', () => {
        resolve()
      }),
    ),
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
