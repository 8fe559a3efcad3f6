// The shipped city with a dialog in which residents subscribe to a notice; the city's own goes by registered grants.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileContent, type Content } from '../../bot/content'
import { bundleOf, readContentFiles, type ContentFile } from '../../bot/content-files'
import { projectRoot } from './project-root'
import { nightClock } from './test-bot'

const own = ['dialogs/hemtjanst-besok.yaml', 'dialogs/hemtjanst-besok.en.yaml']

const folder = join(projectRoot, 'test', 'support', 'subscribed-visits')

/** In the place of the shipped dialog for relatives. */
export const withSubscriptions = (dialogs: readonly ContentFile[]): readonly ContentFile[] => [
  ...dialogs.filter(({ path }) => !own.includes(path)),
  ...own.map((path) => ({
    path,
    text: readFileSync(join(folder, path.slice('dialogs/'.length)), 'utf8'),
  })),
]

let read: Promise<Content> | undefined
export function subscribedCity(): Promise<Content> {
  read ??= readContentFiles(projectRoot).then(({ dialogs, articles }) =>
    compileContent(bundleOf(withSubscriptions(dialogs), articles), {
      cacheDirectory: join(tmpdir(), 'dygnet-test-cache'),
      now: nightClock.now(),
    }),
  )
  return read
}
