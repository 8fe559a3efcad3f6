// The dialogs that the city ships, under talks made by chance: when an answer comes, in what language and in which version of
// the file changes no outcome.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Content } from '../../../bot/content/content'
import type { Value } from '../../../bot/contracts/talk/value'
import type { Dialog } from '../../../bot/dialog/model/model'
import { changeableQuestions } from '../../../bot/dialog/walk/moves'
import { areSame } from '../../../bot/dialog/model/stable-hash'
import type { WalkEnvironment } from '../../../bot/dialog/model/walk-environment'
import { renewDialogs } from '../../../bot/stages/turn/renew-dialogs'
import { projectRoot, shippedContent } from '../../support/test-bot'
import { environment as usual } from './dialog-builder'
import {
  answerAll,
  correct,
  finish,
  forkOf,
  sayAll,
  stagesOf,
  standing,
  takesCode,
  validAnswer,
  ways,
  type Table,
  type Way,
} from './shipped-talk'
import { Talk } from './talk'
import { turnAt } from './turn-at'
import { typedDesk } from './typed-desk'

const folder = join(projectRoot, 'dialogs')
const ids = readdirSync(folder)
  .filter((name) => /^[^.]+\.yaml$/.test(name) && /^dialog:/m.test(readFileSync(join(folder, name), 'utf8')))
  .map((name) => name.replace('.yaml', ''))

let content: Content
let environment: WalkEnvironment
let writes: ReadonlySet<string>
beforeAll(async () => {
  content = await shippedContent()
  environment = { ...usual, city: content.city }
  const all = [...content.actions.values()]
  writes = new Set(all.flatMap(({ name, effect }) => (effect === 'write' ? [name] : [])))
})

test('each of them is served', () => {
  expect([...content.dialogs.keys()].sort()).toEqual([...ids].sort())
})

/** Another seed is another resident, another salt another world behind the actions. */
const chances = [fc.nat(9999), fc.nat(99), fc.nat(9999)] as const

/** Each one-time code is hashed slowly on purpose. */
const options = (dialog: Dialog) => ({ seed: 20_261_203, numRuns: takesCode(dialog) ? 6 : 10 })

const tableOf = (dialog: Dialog, seed: number): Table => {
  const names = [...dialog.asks.keys()]
  return (name) => (seed * 31 + names.indexOf(name) * 7919) % 1009
}
const begin = (dialog: Dialog, salt: number) =>
  new Talk(dialog, typedDesk(content.actions, salt), environment)
const stand = (talk: Talk) => standing(talk, writes)

/** Once for each stage of a talk by chance, up to the confirmation or another end. */
function atEachStage(
  id: string,
  look: (begun: Talk, table: Table, chance: number, salt: number) => void,
): void {
  const dialog = content.dialogs.get(id)!
  const property = fc.property(...chances, (seed, salt, chance) => {
    const table = tableOf(dialog, seed)
    for (const [index, begun] of stagesOf(begin(dialog, salt), table).entries())
      look(begun, table, chance + index, salt)
  })
  fc.assert(property, options(dialog))
}

/** In one word or tap, without a question back. */
const inOneGo = new Map<Way, { yes: number; no: number }>()

/**
 * Of the answers there are at this stage each is put right in one of the ways, and what is asked then is answered as ever.
 *
 * What is out of it, and nothing else:
 * - a code is no answer to put right: another number is asked for another code, and that one is given;
 * - an option is kept as long as it is among those that the corrected answers lead to, and is chosen anew where it is not;
 * - a question with a default is never asked, so that there is no "at first";
 * - what stands before a write that is done (`changeableQuestions` leaves it out): its correction is heard by the stage that
 *   takes writes back;
 * - a write that failed is not tried again with the same inputs, so that a talk which met it may end otherwise: here all
 *   writes succeed.
 */
describe.each(ids)('%s', (id) => {
  test('ends the same whether an answer was given at first or put right at any time later, in any way', () => {
    const dialog = content.dialogs.get(id)!
    let corrected = 0
    atEachStage(id, (begun, table, chance, salt) => {
      for (const name of changeableQuestions(dialog, begun.frame, environment)) {
        const ask = dialog.asks.get(name)
        if (ask === undefined || ask.to !== undefined || ask.default !== undefined) continue
        const talk = forkOf(begun)
        const before = talk.answers
        const isOther = (value: Value) => !areSame(value, before[name])
        const answer = validAnswer(talk, ask, chance + corrected, isOther)
        if (answer === undefined) continue
        const way = ways[(corrected += 1) % ways.length] ?? 'at-once'
        countWay(way, correct(talk, ask, answer, way))
        expect(talk.answers[name]).toEqual(answer.value)
        finish(talk, table, before)
        const picked = Object.entries(talk.answers).filter(
          ([one]) => dialog.asks.get(one)?.pick !== undefined,
        )
        const atFirst = finish(begin(dialog, salt), table, {
          ...Object.fromEntries(picked),
          [name]: answer.value,
        })
        expect({ ...stand(talk), way, name }).toEqual({ ...stand(atFirst), way, name })
        expect(stand(talk).done.length).toBeLessThanOrEqual(1)
      }
    })
    const isAsked = [...dialog.asks.values()].some((ask) => ask.default === undefined)
    if (isAsked) expect(corrected).toBeGreaterThan(10)
  })

  test('has the same answers, the same question and the same end in every language, and says nothing twice', () => {
    atEachStage(id, (begun, table) => {
      const talk = forkOf(begun)
      talk.environment = { ...environment, language: 'en' }
      talk.go()
      // What is consented to is the text as it was shown.
      expect({ ...talk.frame, shown: {} }).toEqual({ ...begun.frame, shown: {} })
      expect(talk.said).toEqual([])
      expect(talk.did).toEqual([])
      sayAll(talk, table)
      talk.environment = environment
      talk.go()
      expect(stand(talk)).toEqual(stand(answerAll(forkOf(begun), table)))
    })
  })

  test('goes on without a question or a word in a version of its file in which nothing is new', () => {
    atEachStage(id, (begun, table) => {
      const older = { ...begun.frame, shapeHash: 'of-an-older-version' }
      const renewed = renewDialogs(turnAt(content, older))
      if (renewed instanceof Promise) throw new Error('a turn is renewed at once')
      const [frame] = renewed.turn.conversation.frames
      expect(renewed.turn.utterances).toEqual([])
      const talk = forkOf(begun, frame)
      expect(talk.said).toEqual([])
      expect(talk.did).toEqual([])
      expect(talk.frame).toEqual(begun.frame)
      expect(stand(finish(talk, table, {}))).toEqual(stand(finish(forkOf(begun), table, {})))
    })
  })
})

function countWay(way: Way, isInOneGo: boolean): void {
  const count = inOneGo.get(way) ?? { yes: 0, no: 0 }
  count[isInOneGo ? 'yes' : 'no'] += 1
  inOneGo.set(way, count)
}

test('a correction by name is understood in one sentence', () => {
  for (const way of ['change', 'no'] as const) {
    const { yes = 0, no = 0 } = inOneGo.get(way) ?? {}
    expect({ way, yes: yes > 50, no }).toEqual({ way, yes: true, no: 0 })
  }
})

test('takes any words at any question without falling over or writing anything', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.nat(9999),
      fc.nat(8),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 5 }),
      (id, seed, most, texts) => {
        const dialog = content.dialogs.get(id)!
        const talk = answerAll(begin(dialog, seed), tableOf(dialog, seed), { most })
        for (const text of texts) talk.say(text)
        expect(stand(talk).done).toEqual([])
      },
    ),
    { seed: 20_261_203, numRuns: 150 },
  )
})
