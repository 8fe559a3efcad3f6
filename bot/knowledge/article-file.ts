// A file of `knowledge/` before it is read: its path and text, and what its name alone says.
import { sourceLanguage, type Language } from '../contracts/language'

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
  readonly isTranslation: boolean
}

const nameForm = /(?:^|[/\\])([^/\\.]+)(?:\.([^/\\.]+))?\.md$/
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const languageForm = /^[a-z]{2,3}$/

/** Reads `<id>.md` or `<id>.<language>.md`; undefined when the name has neither form. */
export function readArticleName(path: string): ArticleName | undefined {
  const match = nameForm.exec(path)
  const id = match?.[1]
  const language = match?.[2]
  if (id === undefined || !idForm.test(id)) return undefined
  if (language === undefined) return { id, language: sourceLanguage, isTranslation: false }
  if (!languageForm.test(language) || language === sourceLanguage) return undefined
  return { id, language, isTranslation: true }
}

/** Of all articles that have a file, sound or not. */
export const articleIds = (files: readonly ArticleFile[]): readonly string[] =>
  files.flatMap(({ path }) => {
    const name = readArticleName(path)
    return name === undefined || name.isTranslation ? [] : [name.id]
  })
