// Which choices of a question a text names: by code, label or the other words that staff gave, in any language.
import { madeOnce } from '../../contracts/basics/made-once'
import { findPhrase, wordsOf } from '../words/fold-words'
import type { Closeness, PhraseHit } from '../words/fold-words'
import type { ChoiceOption } from '../model/model'

export interface ChoiceHit extends PhraseHit {
  readonly code: string
  readonly isCode: boolean
}

interface Phrase {
  readonly code: string
  readonly words: readonly string[]
  /** The code itself, which staff see and residents hardly ever write. */
  readonly isCode: boolean
}

/** Compiled once a question: options are immutable. */
const phrasesOf = madeOnce((options: readonly ChoiceOption[]): readonly Phrase[] => {
  const phrases = options.flatMap((option) => [
    ...[...option.label.byKey.values(), ...[...option.synonyms.values()].flat()].map((text) =>
      phrase(option, text, false),
    ),
    phrase(option, option.code, true),
  ])
  return phrases.filter(({ words }) => words.length > 0)
})

const phrase = ({ code }: ChoiceOption, text: string, isCode: boolean): Phrase => ({
  code,
  words: wordsOf(text),
  isCode,
})

const negations = new Set(['inte', 'ej', 'icke', 'ingen', 'inget', 'inga', 'not', 'no'])
const articles = new Set(['en', 'ett', 'någon', 'något', 'några', 'a', 'an', 'the', 'den', 'det'])

/**
 * Every choice named in `words`, at most `loosest` away from how staff wrote it. Where two choices claim the same words,
 * the longer and then the closer one has them. What is denied ("inte lampan utan ett hål", "ring mig inte") is not
 * named; where a denial is the point ("inte plogat"), staff write it among the choice's words. Nor is what only was so before
 * ("den blinkade innan den slocknade").
 */
export function matchChoices(
  options: readonly ChoiceOption[],
  words: readonly string[],
  loosest: Closeness = 4,
): readonly ChoiceHit[] {
  const hits = phrasesOf(options).flatMap(({ code, words: wanted, isCode }) =>
    findPhrase(words, wanted)
      .filter((hit) => hit.closeness <= loosest && !(isCode && hit.closeness > 0))
      .map((hit) => ({ ...hit, code, isCode })),
  )
  const best = hits.filter((hit) => !hits.some((other) => outdoes(other, hit)))
  return best.filter((hit) => !isDenied(words, hit) && !wasBefore(words, hit))
}

const pastTense = /(?:[dt]e|ed)$/u
const until = new Set(['innan', 'before'])
/** Words between what was and the word that says so, at most: "blinkade lite fram och tillbaka innan". */
const longestPast = 4

/** "Sanda innan det blir en olycka" tells of a wish: what is written in the present is so. */
const wasBefore = (words: readonly string[], { from, to }: PhraseHit): boolean =>
  words.slice(from, to).some((word) => pastTense.test(word)) &&
  words.slice(to, to + longestPast + 1).some((word) => until.has(word))

function isDenied(words: readonly string[], { from, to }: PhraseHit): boolean {
  const before = words[from - 1] ?? ''
  const isLast = to === words.length - 1
  return (
    negations.has(before) ||
    (articles.has(before) && negations.has(words[from - 2] ?? '')) ||
    (isLast && negations.has(words[to] ?? ''))
  )
}

function outdoes(other: ChoiceHit, hit: ChoiceHit): boolean {
  if (other.code === hit.code || other.from > hit.from || other.to < hit.to) return false
  const isLonger = other.to - other.from > hit.to - hit.from
  return isLonger ? other.closeness <= Math.max(hit.closeness, 3) : other.closeness < hit.closeness
}

/** Between these and a thing stands where something is: "det är halt vid trappan" is about the ice. */
const leadsToPlace = new Set(
  'vid i på bredvid bakom framför utanför mittemot emot intill nära under mellan mot till från at in on by near behind beside under'.split(
    ' ',
  ),
)

/** Of hits on several choices those that do not only say where. */
export function withoutPlaces<Hit extends ChoiceHit>(
  hits: readonly Hit[],
  words: readonly string[],
): readonly Hit[] {
  if (onlyCode(hits) !== undefined) return hits
  const isPlace = ({ from }: Hit): boolean => {
    const before = articles.has(words[from - 1] ?? '') ? from - 2 : from - 1
    return leadsToPlace.has(words[before] ?? '')
  }
  const things = hits.filter((hit) => !isPlace(hit))
  const rest = things.length > 0 ? things : hits
  const told = rest.filter(({ code }) => code !== codeOfTheRest)
  return onlyCode(rest) === undefined && told.length > 0 ? told : rest
}

/** By custom: the choice for what none of the others is. "En klottrad bänk" is graffiti. */
const codeOfTheRest = 'other'

/** The only code among hits; undefined for none or several. */
export function onlyCode(hits: readonly { readonly code: string }[]): string | undefined {
  const codes = new Set(hits.map((hit) => hit.code))
  const [only] = codes
  return codes.size === 1 ? only : undefined
}

/** Phrases that are the whole text, letter for letter apart from case and punctuation. */
export function choicesNamedExactly(
  options: readonly ChoiceOption[],
  words: readonly string[],
): readonly Phrase[] {
  const line = words.join(' ')
  return phrasesOf(options).filter((phrase) => phrase.words.join(' ') === line)
}

const smallWords = new Set(
  'i på av och eller en ett den det som till med för vid om in on of and or a an the to with for other annat andra annan något'.split(
    ' ',
  ),
)

/** Single words of labels that belong to one choice only: "snö" for "Halka eller snö". For short answers. */
export function matchLabelWords(
  options: readonly ChoiceOption[],
  words: readonly string[],
): readonly ChoiceHit[] {
  const labelWords = options.flatMap((option) =>
    [...option.label.byKey.values()].flatMap(wordsOf).map((word) => ({ code: option.code, word })),
  )
  return labelWords
    .filter(({ word }) => word.length > 2 && !smallWords.has(word))
    .filter(({ code, word }) => !labelWords.some((other) => other.word === word && other.code !== code))
    .flatMap(({ code, word }) =>
      findPhrase(words, [word])
        .filter((hit) => hit.closeness <= 3 && !isDenied(words, hit))
        .map((hit) => ({ ...hit, code, isCode: false })),
    )
}
