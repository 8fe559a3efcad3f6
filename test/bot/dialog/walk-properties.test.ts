// What holds for every dialog and every resident, tried on dialogs and talks made by chance (with fixed seeds).
import fc from 'fast-check'
import { conversationSchema } from '../../../bot/contracts/talk/conversation'
import type { Value } from '../../../bot/contracts/talk/value'
import type { Dialog } from '../../../bot/dialog/model/model'
import { goBack, reopen, skip } from '../../../bot/dialog/walk/moves'
import { walk } from '../../../bot/dialog/walk/walk'
import { environment } from './dialog-builder'
import { desk, dialogs, names, tables } from './generated-dialogs'
import { Talk } from './talk'

type Table = Readonly<Record<string, Value>>

/** Answers what is asked from the table, until something else stops the walk or an answer is refused. */
function answerAll(talk: Talk, table: Table, most = 50): Talk {
  for (let asked = 0; asked < most && talk.walked.stop.kind === 'asks'; asked += 1) {
    const { name } = talk.walked.stop.step
    const { refused } = talk.answer({ [name]: table[name] ?? '' })
    if (refused.length > 0) return talk
  }
  return talk
}

/** All that anyone can see of where a talk stands. */
function standing(talk: Talk) {
  const { stop } = talk.walked
  const hash = stop.kind === 'confirms' ? { hash: stop.hash, summary: stop.summary } : {}
  return { at: talk.at, values: walk(talk.dialog, talk.frame, environment).values(), ...hash }
}

const started = (dialog: Dialog) => new Talk(dialog, desk)
const options = { seed: 20_261_202, numRuns: 200 }

it('ends the same whether an answer was given at first or put right at any time later', () => {
  let corrected = 0
  fc.assert(
    fc.property(
      dialogs,
      tables,
      fc.nat(12),
      fc.nat(names.length),
      tables,
      (dialog, table, prefix, which, other) => {
        const talk = answerAll(started(dialog), table, prefix)
        const given = Object.keys(talk.frame.answers)
        const name = given[which % given.length]
        const value = other[name ?? '']
        if (name === undefined || value === undefined) return
        if (talk.answer({ [name]: value }).refused.length > 0) return
        corrected += 1
        const later = answerAll(talk, { ...table, [name]: value })
        const atFirst = answerAll(started(dialog), { ...table, [name]: value })
        expect(standing(later)).toEqual(standing(atFirst))
      },
    ),
    options,
  )
  expect(corrected).toBeGreaterThan(100)
})

it('keeps everything when a correction is refused', () => {
  let refusals = 0
  fc.assert(
    fc.property(dialogs, tables, fc.nat(12), tables, (dialog, table, prefix, other) => {
      const begun = answerAll(started(dialog), table, prefix)
      const before = standing(begun)
      for (const name of Object.keys(begun.frame.answers)) {
        const talk = started(dialog)
        talk.frame = begun.frame
        talk.go()
        if (talk.answer({ [name]: other[name] ?? '' }).refused.length === 0) continue
        refusals += 1
        expect(standing(talk)).toEqual(before)
      }
    }),
    options,
  )
  expect(refusals).toBeGreaterThan(3)
})

it('ends the same whatever the order and the bundles in which the answers come', () => {
  fc.assert(
    fc.property(
      dialogs,
      tables,
      fc.shuffledSubarray([...names], { minLength: names.length }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: names.length, maxLength: names.length }),
      (dialog, table, order, sizes) => {
        const talk = started(dialog)
        const waiting = [...order]
        for (const size of sizes)
          talk.answer(Object.fromEntries(waiting.splice(0, size).map((name) => [name, table[name] ?? ''])))
        expect(standing(answerAll(talk, table))).toEqual(standing(answerAll(started(dialog), table)))
      },
    ),
    options,
  )
})

it('asks the same again when it walks again, from the stored frame and with nothing new to say', () => {
  fc.assert(
    fc.property(dialogs, tables, fc.nat(12), (dialog, table, prefix) => {
      const talk = answerAll(started(dialog), table, prefix)
      const before = { standing: standing(talk), frame: talk.frame, said: [...talk.said], did: [...talk.did] }
      talk.go()
      expect({ standing: standing(talk), frame: talk.frame, said: talk.said, did: talk.did }).toEqual(before)
    }),
    options,
  )
})

const moves = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), index: fc.nat(9), pick: fc.nat(5) }),
  fc.record({
    kind: fc.constant('say' as const),
    text: fc.constantFrom(
      'ja',
      'nej',
      'ändra',
      'hoppa över',
      'alfa',
      '3',
      'nej, label q0 är beta',
      'jag menade 2',
    ),
  }),
  fc.record({
    kind: fc.constantFrom(
      'back' as const,
      'skip' as const,
      'confirm' as const,
      'old-button' as const,
      'again' as const,
    ),
  }),
  fc.record({ kind: fc.constant('reopen' as const), index: fc.nat(9) }),
)

it('writes only what the last summary showed, only after its confirmation, and once', () => {
  let writes = 0
  fc.assert(
    fc.property(dialogs, tables, fc.array(moves, { maxLength: 25 }), (dialog, table, played) => {
      const talk = started(dialog)
      let oldHash = ''
      for (const move of [...played, { kind: 'finish' as const }, { kind: 'confirm' as const }, ...played]) {
        const { stop } = talk.walked
        const shown = stop.kind === 'confirms' ? stop : undefined
        const before = talk.did.filter((did) => did.startsWith('write')).length
        play(talk, move, table, oldHash)
        const done = talk.did.filter((did) => did.startsWith('write'))
        if (done.length > before) {
          writes += 1
          expect(shown).toBeDefined()
          const inputs = Object.values(JSON.parse(done.at(-1)?.slice('write '.length) ?? '{}') as object)
          expect(inputs).toHaveLength(shown?.summary.length ?? -1)
        }
        expect(done.length).toBeLessThanOrEqual(1)
        oldHash = shown?.hash ?? oldHash
      }
    }),
    { ...options, numRuns: 100 },
  )
  expect(writes).toBeGreaterThan(50)
})

type Played = (typeof moves extends fc.Arbitrary<infer Move> ? Move : never) | { readonly kind: 'finish' }

function play(talk: Talk, move: Played, table: Table, oldHash: string): void {
  const { dialog, frame } = talk
  switch (move.kind) {
    case 'answer':
      talk.answer({
        [`q${move.index}`]:
          [
            ['a', 'b', 'c'],
            [0, 2, 5],
            [true, false, true],
          ][move.index % 3]?.[move.pick % 3] ?? 'a',
      })
      return
    case 'say':
      talk.say(move.text)
      return
    case 'back':
      talk.move(goBack(dialog, frame, environment))
      return
    case 'skip':
      talk.move(skip(dialog, frame, environment))
      return
    case 'reopen':
      talk.move(reopen(dialog, frame, `q${move.index}`, environment))
      return
    case 'confirm':
      talk.confirm()
      return
    case 'old-button':
      talk.confirm(oldHash === '' ? 'none' : `${oldHash}x`)
      return
    case 'again':
      talk.go()
      return
    case 'finish':
      answerAll(talk, table)
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'nej,',
          'ändra',
          'till',
          'platsen',
          'är',
          'inte',
          'utan',
          'jag menade',
          ':',
          'Storgatan',
          '12',
          'b',
          ',',
          '??',
          '<>',
        ],
        ...[
          '{x}',
          '__proto__',
          'constructor',
          '31/2',
          'på',
          'fredag',
          '0701234567',
          'a@b.se',
          '\u202e',
          '\u0000',
          '👩‍👩‍👧',
          'å'.repeat(50),
        ],
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(' ')),
)

it('takes any words of any resident without falling over, and keeps a frame that can be stored', () => {
  fc.assert(
    fc.property(
      dialogs,
      tables,
      fc.nat(10),
      fc.array(hostile, { maxLength: 8 }),
      (dialog, table, prefix, texts) => {
        const talk = answerAll(started(dialog), table, prefix)
        for (const text of texts) talk.say(text)
        const conversation = {
          format: 1,
          language: 'sv',
          languagesOffered: [],
          languageOffer: null,
          easyRead: false,
          frames: [talk.frame],
          clarifying: [],
          misses: 0,
          lastTopic: null,
          lastTurnAt: '',
          emergency: null,
          sensitiveAt: null,
        }
        expect(conversationSchema.safeParse(conversation).success).toBe(true)
      },
    ),
    { ...options, numRuns: 200 },
  )
})
