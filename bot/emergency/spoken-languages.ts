// Which languages a clause may be in: "Will you do it" holds two words of a Swedish phrase, and is English.
import type { ClassIds } from './lexicon'
import type { PhraseBook } from './phrase-book'
import type { Token } from './read-tokens'
import type { Language } from '../contracts/talk/language'

/** Words `[from, to)` of a text. */
interface Span {
  readonly from: number
  readonly to: number
}

/** Another language has to have so many times the words before a phrase is taken for chance. */
const clearLead = 2

export class SpokenLanguages {
  /** Many phrases stand in the same clauses, and a clause may be a thousand words. */
  private readonly counts = new Map<string, ReadonlyMap<Language, number>>()

  constructor(
    private readonly book: PhraseBook,
    private readonly tokens: readonly Token[],
    private readonly classes: readonly ClassIds[],
  ) {}

  /** How many words of the clauses that a phrase stands in the language knows. */
  wordsOf(language: Language, span: Span): number {
    return this.countIn(span).get(language) ?? 0
  }

  /** Whether the clauses may be in the language. */
  mayBe(language: Language, span: Span): boolean {
    return this.wordsOf(language, span) * clearLead >= this.mostIn(span)
  }

  /** Whether no other language has more of their words. */
  isMost(language: Language, span: Span): boolean {
    return this.wordsOf(language, span) >= this.mostIn(span)
  }

  /** Whether it has the most of their words, and is the first in the order of the tables that has so many. */
  isFirst(language: Language, span: Span): boolean {
    const most = this.mostIn(span)
    return this.book.languages.find((one) => this.wordsOf(one, span) === most) === language
  }

  private mostIn(span: Span): number {
    return Math.max(...this.countIn(span).values())
  }

  private countIn({ from, to }: Span): ReadonlyMap<Language, number> {
    let first = from
    while (first > 0 && this.tokens[first]?.beginsClause !== true) first -= 1
    let end = to
    while (end < this.tokens.length && this.tokens[end - 1]?.endsClause !== true) end += 1
    const clauses = `${first} ${end}`
    const known = this.counts.get(clauses)
    if (known !== undefined) return known
    const counts = new Map<Language, number>()
    for (let at = first; at < end; at += 1)
      for (const language of this.languagesAt(at)) counts.set(language, (counts.get(language) ?? 0) + 1)
    this.counts.set(clauses, counts)
    return counts
  }

  /** A misspelt word is of any language that has one like it, and says nothing. */
  private languagesAt(at: number): ReadonlySet<Language> {
    if (!this.book.lexicon.knows(this.tokens[at]?.word ?? '')) return new Set()
    return new Set(this.classes[at]?.map((id) => this.book.languageOfClass(id)))
  }
}
