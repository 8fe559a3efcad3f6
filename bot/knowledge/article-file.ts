// A file of `knowledge/` before it is read: its path and text, and what its name alone says.
import { sourceLanguage, type Language } from '../contracts/talk/language'

export interface ArticleFile {
  /** As findings shall name it: `knowledge/sortera-avfall.en.md`. */
  readonly path: string
  readonly text: string
}

/** Which question is answered by which article or dialog; a list for people and measurements, and no article. */
export const questionsFile = 'questions.md'

export const isArticleFileName = (name: string): boolean => name.endsWith('.md') && name !== questionsFile

export interface ArticleName {
  /** `sortera-avfall` of `knowledge/sortera-avfall.en.md`. */
  readonly id: string
  readonly language: Language
  /** A twin is the article in easy Swedish. */
  readonly kind: 'article' | 'translation' | 'twin'
}

const easyMark = 'easy'
/** `x.easy.en.md` and `x.en.easy.md`: easy texts are in Swedish only. */
const foreignTwinForm = /\.(?:easy\.[^/\\.]+|[^/\\.]+\.easy)\.md$/

export const isForeignTwin = (path: string): boolean => foreignTwinForm.test(path)

const nameForm = /(?:^|[/\\])([^/\\.]+)(?:\.([^/\\.]+))?\.md$/
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const languageForm = /^[a-z]{2,3}$/

/** Reads `<id>.md`, `<id>.<language>.md` or `<id>.easy.md`; undefined when the name has none of these forms. */
export function readArticleName(path: string): ArticleName | undefined {
  const match = nameForm.exec(path)
  const id = match?.[1]
  const language = match?.[2]
  if (id === undefined || !idForm.test(id)) return undefined
  if (language === undefined) return { id, language: sourceLanguage, kind: 'article' }
  if (language === easyMark) return { id, language: sourceLanguage, kind: 'twin' }
  if (!languageForm.test(language) || language === sourceLanguage) return undefined
  return { id, language, kind: 'translation' }
}

/** Of all articles that have a file, sound or not. */
export const articleIds = (files: readonly ArticleFile[]): readonly string[] =>
  files.flatMap(({ path }) => {
    const name = readArticleName(path)
    return name?.kind === 'article' ? [name.id] : []
  })
