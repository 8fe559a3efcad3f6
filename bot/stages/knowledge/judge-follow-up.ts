// Whether a message goes on from the last answer or begins something of its own: a table that can be read aloud.
import type { FoundInArticle } from '../../knowledge/follow-up/find-in-article'
import type { Leaning } from '../../knowledge/follow-up/read-follow-up'

/** What the classifier holds the message for: nothing, the article that answered last (`same`), one of a few with it (`among`), or something else. */
export type Guess =
  | { readonly kind: 'none' | 'same' | 'among' | 'close' }
  | { readonly kind: 'sure'; readonly probability: number }

/** `answers`: the passage is quoted, or it is said that there is none. */
export type Verdict = 'answers' | 'stands-alone'

interface Judged {
  readonly leaning: Leaning
  /** What of it stands in the article that answered last. */
  readonly found: FoundInArticle['kind']
  readonly guess: Guess
}

/** So sure another topic has to be where words name nothing of their own, or begin with "och", and the article speaks of it. */
export const sureAllTheSame = 0.9

type Rule = (guess: Guess) => boolean

const notCertain: Rule = (guess) => guess.kind !== 'sure' || guess.probability < sureAllTheSame
const isOther = ({ kind }: Guess): boolean => kind === 'close' || kind === 'sure'
const mayBeOther = (guess: Guess): boolean => guess.kind === 'among' || isOther(guess)

/** The less a message names of its own, the more goes what the last article says before what else may be meant. */
const whenFound: Readonly<Record<Leaning, Rule>> = {
  ellipsis: () => true,
  whose: () => true,
  fragment: () => true,
  bare: notCertain,
  joined: notCertain,
  pointing: (guess) => guess.kind !== 'sure',
  short: (guess) => !isOther(guess),
}

/** That an article does not say something is said only where nothing else can well have been meant. */
const whenMissing: Readonly<Record<Leaning, Rule>> = {
  ellipsis: (guess) => guess.kind !== 'sure',
  bare: (guess) => guess.kind !== 'sure',
  // Children alone are no topic, whatever topics speak of them.
  whose: () => true,
  fragment: (guess) => !mayBeOther(guess),
  joined: (guess) => !mayBeOther(guess),
  pointing: (guess) => guess.kind === 'same',
  short: () => false,
}

const rules = {
  found: whenFound,
  missing: whenMissing,
  touched: undefined,
} as const satisfies Record<FoundInArticle['kind'], Readonly<Record<Leaning, Rule>> | undefined>

export const judgeFollowUp = ({ leaning, found, guess }: Judged): Verdict =>
  rules[found]?.[leaning](guess) === true ? 'answers' : 'stands-alone'
