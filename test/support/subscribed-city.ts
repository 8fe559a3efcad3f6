// The shipped city with a dialog in which residents subscribe to a notice; the city's own goes by registered grants.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../../bot/content'
import { bundleOf, readContentFiles, type ContentFile } from '../../bot/content-files'
import { loadForTests } from './load-for-tests'
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
    loadForTests('subscribed', bundleOf(withSubscriptions(dialogs), articles), nightClock.now()),
  )
  return read
}
