// A part of the shipped content, enough for whole errands: a process reads it in a fifth of the time that all of it takes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Content } from '../../bot/content/content'
import {
  bundleOf,
  readContentFiles,
  type ContentFile,
  type ContentFiles,
} from '../../bot/content/content-files'
import { loadForTests } from './load-for-tests'
import { projectRoot } from './project-root'
import { withSubscriptions } from './with-subscriptions'
import { nightClock } from './test-bot'

const kept =
  /^dialogs\/(?:city|actions|felanmalan|grovsopor|kontakta-oss|bli-uppringd|verify_phone)(?:\.en)?\.yaml$/

/** In two languages: each other one is as many texts again. */
const inTwoLanguages = ({ path, text }: ContentFile): ContentFile => ({
  path,
  text: path === 'dialogs/city.yaml' ? text.replace(/^languages in part: .*\n/m, '') : text,
})

export async function smallCityFiles(): Promise<ContentFiles> {
  const { dialogs } = await readContentFiles(projectRoot)
  return bundleOf(withSubscriptions(dialogs.filter(({ path }) => kept.test(path)).map(inTwoLanguages)), [])
}

/** The same as a folder, for `CONTENT_DIR`. */
export async function writeSmallCity(folder: string): Promise<void> {
  mkdirSync(join(folder, 'knowledge'), { recursive: true })
  for (const { path, text } of (await smallCityFiles()).dialogs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

let read: Promise<Content> | undefined
export function smallCity(): Promise<Content> {
  read ??= smallCityFiles().then((files) => loadForTests('small', files, nightClock.now()))
  return read
}
