// Words that mean the same to residents, by the groups that staff wrote, compared by their stems.
import type { Language } from '../../contracts/talk/language'
import { readSearchWords } from './search-word'

/** Words and phrases that mean the same. */
export type SynonymGroup = readonly string[]

export interface Synonyms {
  /** The other single words of a word's group; none for most words. */
  readonly of: (stem: string) => readonly string[]
  /** Place in the question → the words that a phrase there stands for. */
  readonly inQuestion: (stems: readonly string[]) => readonly (readonly string[])[]
}

export const noSynonyms: Synonyms = { of: () => [], inQuestion: () => [] }

interface Phrase {
  readonly stems: readonly string[]
  readonly meant: readonly string[]
}

/** A phrase of several words is known in a question; what is looked for are the single words of its group. */
export function synonymsFrom(groups: readonly SynonymGroup[], language: Language): Synonyms {
  const bySingle = new Map<string, string[]>()
  const phrases: Phrase[] = []
  for (const group of groups) {
    const members = group.map((words) => readSearchWords(words, language).map(({ stem }) => stem))
    const singles = [...new Set(members.flatMap((stems) => (stems.length === 1 ? stems : [])))]
    for (const stem of singles)
      bySingle.set(stem, [...(bySingle.get(stem) ?? []), ...singles.filter((other) => other !== stem)])
    for (const stems of members) if (stems.length > 1) phrases.push({ stems, meant: singles })
  }
  return {
    of: (stem) => bySingle.get(stem) ?? [],
    inQuestion: (stems) => (phrases.length === 0 ? [] : wordsMeant(stems, phrases)),
  }
}

function wordsMeant(stems: readonly string[], phrases: readonly Phrase[]): readonly (readonly string[])[] {
  const meant = stems.map((): string[] => [])
  for (const phrase of phrases)
    for (let from = 0; from + phrase.stems.length <= stems.length; from += 1)
      if (phrase.stems.every((stem, at) => stems[from + at] === stem))
        for (const at of phrase.stems.keys()) meant[from + at]?.push(...phrase.meant)
  return meant
}
