// The dialogs that the city ships, under talks made by chance: corrections, order and hostile words change no outcome.
import { join } from 'node:path'
import fc from 'fast-check'
import type { ActionResult } from '../../../bot/contracts/action'
import type { Value } from '../../../bot/contracts/value'
import { compileDialogs } from '../../../bot/dialog/compile-dialogs'
import type { CompiledDialogs } from '../../../bot/dialog/compile-dialogs'
import type { AskStep, Dialog } from '../../../bot/dialog/model'
import { readDialogFiles } from '../../../bot/dialog/read-dialog-files'
import { valuesKnown } from '../../../bot/dialog/walk'
import type { WalkEnvironment } from '../../../bot/dialog/walk-environment'
import { environment as usual } from './dialog-builder'
import { Talk } from './talk'

let compiled: CompiledDialogs
let environment: WalkEnvironment

beforeAll(async () => {
  const files = await readDialogFiles(join(__dirname, '..', '..', '..', 'dialogs'))
  compiled = compileDialogs({ files, today: usual.today })
  if (compiled.city === undefined) throw new Error('dialogs/city.yaml does not compile')
  environment = { ...usual, city: compiled.city }
})

/** Two answers of each type that residents give; the second for corrections. */
const answersOfType: Readonly<Record<string, readonly [Value, Value]>> = {
  text: ['En papperskorg har vält.', 'Bänken är trasig.'],
  number: [1, 2],
  'yes/no': [true, false],
  address: ['Storgatan 12', 'Kungsgatan 3 B'],
  phone: ['+46701234567', '+46701234568'],
  email: ['anna@example.se', 'bo@example.se'],
  date: ['2026-12-11', '2026-12-14'],
}

function answerFor({ types, choices }: AskStep, pick: number): Value {
  const [type = 'text'] = types
  return type === 'choice'
    ? (choices[pick % choices.length]?.code ?? '')
    : (answersOfType[type]?.[pick % 2] ?? '')
}

/** Gives every result a value of its type that follows from the inputs. */
const desk = (name: string, inputs: Readonly<Record<string, Value>>): ActionResult => {
  const action = compiled.actions.get(name)
  const size = JSON.stringify(inputs).length
  const gives = [...(action?.gives ?? [])].map(([result, type]): [string, Value] => {
    const [code] = action?.givesCodes.get(result) ?? []
    return [
      result,
      code ?? (type === 'number' ? size : type === 'yes/no' ? size % 2 === 0 : `${result} ${size}`),
    ]
  })
  return { kind: 'done', gives: Object.fromEntries(gives) }
}

type Picks = readonly number[]
const picks: fc.Arbitrary<Picks> = fc.array(fc.nat(9), { minLength: 20, maxLength: 20 })
const pickFor = (dialog: Dialog, name: string, chosen: Picks) =>
  chosen[[...dialog.asks.keys()].indexOf(name)] ?? 0

function answerAll(talk: Talk, chosen: Picks, most = 30): Talk {
  for (let asked = 0; asked < most && talk.walked.stop.kind === 'asks'; asked += 1) {
    const { step } = talk.walked.stop
    const { refused } = talk.answer({ [step.name]: answerFor(step, pickFor(talk.dialog, step.name, chosen)) })
    if (refused.length > 0) return talk
  }
  return talk
}

const standing = (talk: Talk) => ({ at: talk.at, values: valuesKnown(talk.dialog, talk.frame, environment) })
const anyDialog = () => fc.constantFrom(...compiled.dialogs.values())
const options = { seed: 20_261_203, numRuns: 200 }

it('ships dialogs without errors', () => {
  expect([...compiled.dialogs.keys()]).toEqual(
    expect.arrayContaining([
      ...['felanmalan', 'grovsopor', 'kontakta-oss'],
      ...['bli-uppringd', 'gatlykta-stolpe', 'utebliven-tomning'],
      ...['borgerlig-vigsel', 'hittegods', 'parkeringstillstand', 'skolskjuts', 'storning', 'synpunkt'],
    ]),
  )
})

it('ends the same whether an answer was given at first or put right later', () => {
  let corrected = 0
  fc.assert(
    fc.property(fc.nat(20), picks, picks, fc.nat(8), fc.nat(8), (which, chosen, other, prefix, at) => {
      const dialogs = [...compiled.dialogs.values()]
      const dialog = dialogs[which % dialogs.length]!
      const talk = answerAll(new Talk(dialog, desk, environment), chosen, prefix)
      const names = Object.keys(talk.frame.answers)
      const ask = dialog.asks.get(names[at % names.length] ?? '')
      if (ask === undefined || talk.walked.stop.kind === 'ended') return
      const index = [...dialog.asks.keys()].indexOf(ask.name)
      const changed = chosen.map((pick, n) => (n === index ? (other[n] ?? 0) : pick))
      if (talk.answer({ [ask.name]: answerFor(ask, changed[index] ?? 0) }).refused.length > 0) return
      corrected += 1
      const atFirst = answerAll(new Talk(dialog, desk, environment), changed)
      expect(standing(answerAll(talk, changed))).toEqual(standing(atFirst))
    }),
    options,
  )
  expect(corrected).toBeGreaterThan(50)
})

it('takes any words at any question without falling over or writing anything', () => {
  fc.assert(
    fc.property(
      anyDialog(),
      picks,
      fc.nat(8),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 5 }),
      (dialog, chosen, prefix, texts) => {
        const talk = answerAll(new Talk(dialog, desk, environment), chosen, prefix)
        for (const text of texts) talk.say(text)
        const writes = [...compiled.actions.values()]
          .filter(({ effect }) => effect === 'write')
          .map(({ name }) => name)
        expect(talk.did.filter((did) => writes.some((name) => did.startsWith(`${name} `)))).toEqual([])
      },
    ),
    { ...options, numRuns: 150 },
  )
})
