import type { FoundInArticle } from '../../../../bot/knowledge/follow-up/find-in-article'
import type { Leaning } from '../../../../bot/knowledge/follow-up/read-follow-up'
import { judgeFollowUp, type Guess, type Verdict } from '../../../../bot/stages/knowledge/judge-follow-up'

const guesses = {
  none: { kind: 'none' },
  same: { kind: 'same' },
  close: { kind: 'close' },
  sure: { kind: 'sure', probability: 0.7 },
  certain: { kind: 'sure', probability: 0.95 },
} as const satisfies Record<string, Guess>
type GuessName = keyof typeof guesses
const all = Object.keys(guesses) as readonly GuessName[]

/** For which guesses of the classifier it goes on from the last answer. */
test.each<[Leaning, FoundInArticle['kind'], readonly GuessName[]]>([
  ['ellipsis', 'found', all],
  ['bare', 'found', ['none', 'same', 'close', 'sure']],
  ['whose', 'found', all],
  ['fragment', 'found', all],
  ['joined', 'found', ['none', 'same', 'close', 'sure']],
  ['pointing', 'found', ['none', 'same', 'close']],
  ['short', 'found', ['none', 'same']],
  ['ellipsis', 'missing', ['none', 'same', 'close']],
  ['bare', 'missing', ['none', 'same', 'close']],
  ['whose', 'missing', all],
  ['fragment', 'missing', ['none', 'same']],
  ['joined', 'missing', ['none', 'same']],
  ['pointing', 'missing', ['same']],
  ['short', 'missing', []],
  ['bare', 'touched', []],
  ['joined', 'touched', []],
])('%s, and what is asked is %s', (leaning, found, goesOn) => {
  const verdicts = all.map((name): [GuessName, Verdict] => [
    name,
    judgeFollowUp({ leaning, found, guess: guesses[name] }),
  ])
  expect(verdicts.filter(([, verdict]) => verdict === 'answers').map(([name]) => name)).toEqual(goesOn)
})
