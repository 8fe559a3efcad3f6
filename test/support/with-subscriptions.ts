// A dialog in which residents subscribe to a notice; the city's own goes by registered grants.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFile } from '../../bot/content/content-files'
import { projectRoot } from './project-root'

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
