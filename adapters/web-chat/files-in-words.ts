// What a resident sent, for those who read the conversation afterwards: the files themselves are not shown again.
import type { Language } from '../../bot/contracts/talk/language'
import type { SentFile } from '../../bot/contracts/talk/sent-file'
import { wordedLanguage } from './page-language'

const words = {
  sv: { photo: ['bild', 'bilder'], file: ['fil', 'filer'] },
  en: { photo: ['picture', 'pictures'], file: ['file', 'files'] },
} as const

/** `2 bilder`, `1 picture`. */
export function filesInWords(files: readonly SentFile[], language: Language | undefined): string {
  const [one, several] =
    words[wordedLanguage(language)][files.every(({ kind }) => kind === 'photo') ? 'photo' : 'file']
  return `${files.length} ${files.length === 1 ? one : several}`
}
