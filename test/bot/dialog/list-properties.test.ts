// What holds for every list and every resident, tried on talks made by chance (with fixed seeds).
import fc from 'fast-check'
import type { Value } from '../../../bot/contracts/talk/value'
import { goBack, skip } from '../../../bot/dialog/walk/moves'
import { walk } from '../../../bot/dialog/walk/walk'
import { environment, listDialog, talkOf } from './list-dialog'
import type { Talk } from './talk'

const dialog = listDialog()
const options = { seed: 20_261_124, numRuns: 150 }

interface Item extends Readonly<Record<string, Value>> {
  readonly what: 'sofa' | 'fridge' | 'other'
  readonly count: number
}
const counts = fc.integer({ min: 1, max: 5 })
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ what: fc.constant('sofa' as const), count: counts }),
  fc.record({ what: fc.constant('fridge' as const), count: counts, full: fc.boolean() }),
  fc.record({
    what: fc.constant('other' as const),
    count: counts,
    note: fc.constantFrom('vit', 'stor och tung'),
  }),
)
const lists = fc.array(item, { minLength: 1, maxLength: 4 })
const words = { sofa: 'soffor', fridge: 'kylskåp', other: 'byråar' }
const numbers = ['noll', 'en', 'två', 'tre', 'fyra', 'fem']
const inWords = ({ what, count }: Item) => `${numbers[count]} ${words[what]}`

/** All that anyone can see of where a talk stands. */
function standing(talk: Talk) {
  const { stop } = talk.walked
  const hash = stop.kind === 'confirms' ? { hash: stop.hash, summary: stop.summary } : {}
  return { at: talk.at, values: walk(dialog, talk.frame, environment).values(), ...hash }
}

/** Says the items one by one and answers what is asked about each, then closes the list. */
function fill(talk: Talk, items: readonly Item[]): Talk {
  for (const one of items) {
    talk.say(inWords(one))
    if (talk.at === 'things.full') talk.say(one['full'] === true ? 'ja' : 'nej')
    if (talk.at === 'things.note') talk.say(typeof one['note'] === 'string' ? one['note'] : '')
  }
  if (talk.at === 'things.more') talk.say('nej')
  return talk
}

it('holds the list as it was said, whether item by item or corrected at any later time', () => {
  fc.assert(
    fc.property(lists, lists, fc.boolean(), (first, items, late) => {
      const atFirst = fill(talkOf(dialog), items)
      expect(standing(atFirst).values['things']).toEqual(items)
      const corrected = fill(talkOf(dialog), first)
      if (late) corrected.answer({ phone: '+46701234567' })
      corrected.answer({ things: items, 'things.more': false })
      corrected.answer({ phone: '+46701234567' })
      atFirst.answer({ phone: '+46701234567' })
      expect(standing(corrected)).toEqual(standing(atFirst))
    }),
    options,
  )
})

it('is as before when what was added is removed', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), item, (items, added) => {
      // Of two that are spoken of alike it asks which.
      fc.pre(!items.some((one) => inWords(one) === inWords(added)))
      const talk = fill(talkOf(dialog), items)
      talk.answer({ phone: '+46701234567' })
      const before = standing(talk)
      talk.say(`lägg till ${inWords(added)}`)
      if (talk.at === 'things.full') talk.say('ja')
      if (talk.at === 'things.note') talk.say('hoppa över')
      expect(standing(talk)).not.toEqual(before)
      talk.say(`ta bort ${inWords(added)}`)
      expect(standing(talk)).toEqual(before)
    }),
    options,
  )
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'soffa',
          'kylskåp',
          'färgburk',
          'byrå',
          'två',
          '9',
          'ett par',
          'och',
          ',',
          'inte',
          'utan',
          'ta bort',
        ],
        ...[
          'allt',
          'den sista',
          'i stället',
          'lägg till',
          'till',
          'nej',
          'ja',
          'klart',
          'ändra',
          'saker',
          'är',
          '?',
        ],
        ...[
          'hoppa över',
          '{what}',
          '__proto__',
          'constructor',
          'things.what',
          'x'.repeat(60),
          '\u0000',
          '👩‍👩‍👧',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
)
const moves = fc.oneof(
  { weight: 5, arbitrary: hostile },
  { weight: 1, arbitrary: fc.constantFrom('<back>', '<skip>', '<tap>') },
)

it('takes any words at any of its questions without falling over, and sends nothing', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 3 }), fc.array(moves, { maxLength: 12 }), (items, texts) => {
      const talk = items.length === 0 ? talkOf(dialog) : fill(talkOf(dialog), items)
      for (const text of texts) {
        const { stop } = talk.walked
        const [choice] = stop.kind === 'asks' ? stop.step.choices : []
        if (text === '<back>') talk.move(goBack(dialog, talk.frame, environment))
        else if (text === '<skip>') talk.move(skip(dialog, talk.frame, environment))
        else if (text === '<tap>') talk.tap({ name: `answer:${talk.at}`, value: choice?.code ?? 'yes' })
        else talk.say(text)
        expect(talk.did).toEqual([])
        expect(JSON.parse(JSON.stringify(talk.frame))).toEqual(talk.frame)
      }
    }),
    { ...options, numRuns: 300 },
  )
})

it('asks the same again when it walks again', () => {
  fc.assert(
    fc.property(lists, fc.array(hostile, { maxLength: 4 }), (items, texts) => {
      const talk = fill(talkOf(dialog), items)
      for (const text of texts) talk.say(text)
      const before = { ...standing(talk), frame: talk.frame, said: [...talk.said] }
      talk.go()
      expect({ ...standing(talk), frame: talk.frame, said: talk.said }).toEqual(before)
    }),
    options,
  )
})
