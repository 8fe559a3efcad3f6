// The part of the shipped content that crashes are tried on: a process reads it in a fifth of the time that all of it takes.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileContent, type Content } from '../../bot/content'
import { bundleOf, readContentFiles, type ContentFile } from '../../bot/content-files'
import { projectRoot } from './project-root'
import { nightClock } from './test-bot'

const kept =
  /^dialogs\/(?:city|actions|felanmalan|grovsopor|kontakta-oss|bli-uppringd|verify_phone)(?:\.en)?\.yaml$/

/** In two languages: each other one is as many texts again. */
const inTwoLanguages = ({ path, text }: ContentFile): ContentFile => ({
  path,
  text: path === 'dialogs/city.yaml' ? text.replace(/^languages in part: .*\n/m, '') : text,
})

let read: Promise<Content> | undefined
export function crashContent(): Promise<Content> {
  read ??= readContentFiles(projectRoot).then(({ dialogs }) =>
    compileContent(bundleOf(dialogs.filter(({ path }) => kept.test(path)).map(inTwoLanguages), []), {
      cacheDirectory: join(tmpdir(), 'dygnet-test-cache'),
      now: nightClock.now(),
    }),
  )
  return read
}
