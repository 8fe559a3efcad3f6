// The passage of one article that answers a follow-up, by rules that can be read: each thing that is asked about must stand there.
import type { ArticleText } from '../../contracts/knowledge/article'
import type { Passage } from '../../contracts/knowledge/passage'
import { Lexicon } from '../search/lexicon'
import { readSearchWords, type SearchWord } from '../search/search-word'
import { plainOf, splitPassages } from '../search/split-passages'
import { synonymsFrom, type SynonymGroup } from '../search/synonyms'
import type { FollowUp } from './read-follow-up'
import { sideNames, sideWordsOf, type Side, type SideName, type SideWords } from './sides'

export interface FindOptions {
  /** What was asked before: "och för barn?" after a price is about a price. */
  readonly askedBefore: readonly string[]
  readonly synonyms: readonly SynonymGroup[]
  /** Nothing but this article can be meant: "däck" is then the "bildäck" of which it speaks. */
  readonly isMeant?: boolean
}

/** Of all that is asked about, at least so much must stand in the passage; of the things named at least half. */
const least = { all: 0.6, named: 0.5 } as const
/** A passage that speaks of a price without saying it. */
const mentionWorth = 0.7
/** These decide between passages that answer alike, and never whether one answers. */
const tieBreakers = { askedBefore: 0.1, sameWords: 0.05, isLead: 0.05 } as const

interface ReadPassage {
  readonly passage: Passage
  readonly lower: string
  readonly words: readonly SearchWord[]
}

/**
 * `touched`: something that is named stands in the article, and yet no passage answers; nobody may say then that it says
 * nothing of it.
 */
export type FoundInArticle =
  | { readonly kind: 'found'; readonly passage: Passage }
  | { readonly kind: 'touched' | 'missing' }

interface ReadArticle {
  readonly passages: readonly ReadPassage[]
  readonly lexicon: Lexicon
  /** Word of the lexicon → as it is compared. */
  readonly folded: readonly string[]
  /** With which the lexicon was made. */
  readonly synonyms: readonly SynonymGroup[]
}

/** Any short question after an answer is looked for in its article: that is read once. */
const readArticles = new WeakMap<ArticleText, ReadArticle>()

function readOnce(articleId: string, text: ArticleText, synonyms: readonly SynonymGroup[]): ReadArticle {
  const known = readArticles.get(text)
  if (known?.synonyms === synonyms) return known
  const { language } = text
  const passages = splitPassages(articleId, text).map((passage): ReadPassage => {
    const said = `${passage.heading ?? ''}\n${plainOf(passage.text)}`
    return { passage, lower: said.toLowerCase(), words: readSearchWords(said, language) }
  })
  const words = passages.flatMap((passage) => passage.words)
  const meaning = synonymsFrom(synonyms, language)
  const read = {
    passages,
    lexicon: new Lexicon(words, (stem) => meaning.of(stem)),
    folded: [...new Set(words.map((word) => word.folded))],
    synonyms,
  }
  readArticles.set(text, read)
  return read
}

/** Of passages that answer alike the one that stands first, and the lead where nothing is named. */
export function findInArticle(
  articleId: string,
  text: ArticleText,
  followUp: FollowUp,
  { askedBefore, synonyms, isMeant = false }: FindOptions,
): FoundInArticle {
  const { language } = text
  const sideWords = sideWordsOf(language)
  if (sideWords === undefined) return { kind: 'touched' }
  const read = readOnce(articleId, text, synonyms)
  const { passages } = read
  const before = sideNames.filter((name) => askedBefore.includes(name))
  const meanings = meaningsIn(read, followUp.named, isMeant)
  const scoring = { sideWords, meanings, askedBefore: before }
  const leads = (one: ReadPassage): boolean => followUp.named.length === 0 && one === passages[0]
  const scored = passages
    .map((one) => ({ one, score: scoreOf(one, followUp, scoring) }))
    .filter(({ score }) => score > 0)
    .map(({ one, score }) => ({ one, score: leads(one) ? score + tieBreakers.isLead : score }))
  const [first, ...others] = scored
  if (first === undefined) {
    const isTouched = meanings.some(({ size }) => size > 0) || endsAWord(read, followUp.named)
    return { kind: isTouched ? 'touched' : 'missing' }
  }
  const { one } = others.reduce((leader, next) => (next.score > leader.score ? next : leader), first)
  return { kind: 'found', passage: one.passage }
}

/** Shorter words end many others by chance. */
const shortestEnd = 4
const worthOfEnd = 0.7

/** "Däck" may be what "bildäck" is about, and "skola" is not what "förskola" is. */
const endingIn = ({ folded }: ReadArticle, word: SearchWord): readonly string[] =>
  word.folded.length < shortestEnd ? [] : folded.filter((known) => known.endsWith(word.folded))

const endsAWord = (read: ReadArticle, named: readonly SearchWord[]): boolean =>
  named.some((word) => endingIn(read, word).length > 0)

/** Named word → word of the article that it may mean → how like it is. */
type Meanings = readonly ReadonlyMap<string, number>[]

function meaningsIn(read: ReadArticle, named: readonly SearchWord[], endsCount: boolean): Meanings {
  return named.map(
    (word) =>
      new Map([
        ...(endsCount ? endingIn(read, word).map((known) => [known, worthOfEnd] as const) : []),
        ...read.lexicon.alike(word).map(({ id, likeness }) => [read.folded[id] ?? '', likeness] as const),
      ]),
  )
}

interface Scoring {
  readonly sideWords: SideWords
  readonly meanings: Meanings
  readonly askedBefore: readonly SideName[]
}

const best = (numbers: readonly number[]): number => Math.max(0, ...numbers)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** How much of what is asked about stands in the passage, 0 to 1 and a little; 0 when that is too little. */
function scoreOf(
  { lower, words }: ReadPassage,
  { words: asked, named, sides, occasions }: FollowUp,
  { sideWords, meanings, askedBefore }: Scoring,
): number {
  if (named.length === 0 && sideWords.lacks.test(lower)) return 0
  const worthOf = (name: SideName): number => sideWorth(lower, sideWords.sides[name])
  const ofNamed = meanings.map((meaning) => best(words.map(({ folded }) => meaning.get(folded) ?? 0)))
  // Several sides are several readings of one question.
  const ofSides = sides.length === 0 ? [] : [best(sides.map(worthOf))]
  const ofOccasions = occasions.map(({ says }) => (says.test(lower) ? 1 : 0))
  const all = [...ofNamed, ...ofSides, ...ofOccasions]
  if (sum(all) < least.all * all.length || sum(ofNamed) < least.named * named.length) return 0
  const here = new Set(words.map(({ folded }) => folded))
  const sameWords = asked.filter(({ folded }) => here.has(folded)).length / Math.max(1, asked.length)
  return (
    sum(all) / all.length +
    tieBreakers.askedBefore * best(askedBefore.map(worthOf)) +
    tieBreakers.sameWords * sameWords
  )
}

function sideWorth(lower: string, { says, mentions }: Side): number {
  if (says.test(lower)) return 1
  return mentions?.test(lower) === true ? mentionWorth : 0
}
