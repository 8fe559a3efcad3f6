// Which languages a clause may be in: "Will you do it" holds two words of a Swedish phrase, and is English.
import type { ClassIds } from './lexicon'
import type { Token } from './read-tokens'
import type { Language } from '../contracts/language'

/** Words `[from, to)` of a text. */
interface Span {
  readonly from: number
  readonly to: number
}

/** Another language has to have so many times the words before a phrase is taken for chance. */
const clearLead = 2

export class SpokenLanguages {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly classes: readonly ClassIds[],
    private readonly languageOfClass: readonly Language[],
  ) {}

  /** How many words of the clauses that a phrase stands in the language knows. */
  wordsOf(language: Language, span: Span): number {
    return this.countIn(span).get(language) ?? 0
  }

  mayBe(language: Language, span: Span): boolean {
    const counts = this.countIn(span)
    return (counts.get(language) ?? 0) * clearLead >= Math.max(...counts.values())
  }

  private countIn({ from, to }: Span): ReadonlyMap<Language, number> {
    let first = from
    while (first > 0 && this.tokens[first]?.beginsClause !== true) first -= 1
    let end = to
    while (end < this.tokens.length && this.tokens[end - 1]?.endsClause !== true) end += 1
    const counts = new Map<Language, number>()
    for (const ids of this.classes.slice(first, end)) {
      const languages = new Set(ids.flatMap((id) => this.languageOfClass[id] ?? []))
      for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
    }
    return counts
  }
}
