// `forget`: the answer goes, its question comes again on the same turn, and nothing goes round for ever.
import type { ActionResult } from '../../../bot/contracts/cases/action'
import { conversationSchema } from '../../../bot/contracts/talk/conversation'
import { without } from '../../../bot/dialog/walk/change-answer'
import { walk } from '../../../bot/dialog/walk/walk'
import { act, ask, confirm, dialogOf, end, environment, forget, handOff, say } from './dialog-builder'
import { broken, compileWith } from './sound-dialog'
import { Talk } from './talk'
import type { Desk } from './talk'

const booking = dialogOf(
  [
    say('hello', 'Hej!'),
    ask('address', { type: 'address' }),
    act('read', 'find_times', { address: 'address' }, ['times'], { else: [handOff('no-times')] }),
    ask('slot', { choices: { mon: 'Måndag', tue: 'Tisdag', wed: 'Onsdag', thu: 'Torsdag', fri: 'Fredag' } }),
    confirm('book'),
    act('write', 'book', { slot: 'slot' }, ['id'], {
      slot_taken: [say('taken', 'Tiden är tagen.'), forget('slot')],
      else: [handOff('down')],
    }),
    say('booked', 'Bokat {id}.'),
    end(),
  ],
  { labels: { slot: 'Tid' } },
)

const taken: ActionResult = { kind: 'failed', failure: 'slot_taken' }
/** Only this slot is free. */
const freeOnly =
  (free: string): Desk =>
  (name, { slot }) =>
    name === 'book' && slot !== free ? taken : { kind: 'done', gives: { id: 'B-1', times: 'x' } }

const bookingFor = (desk: Desk, slot: string): Talk => {
  const talk = new Talk(booking, desk)
  talk.answer({ address: 'Storgatan 12' })
  talk.answer({ slot })
  talk.confirm()
  return talk
}

it('asks again on the same turn, and says why', () => {
  const talk = bookingFor(freeOnly('tue'), 'mon')
  expect(talk.at).toBe('slot')
  expect(talk.said).toEqual(['Hej!', 'Tiden är tagen.'])
  expect(talk.answers).toEqual({ address: 'Storgatan 12' })
})

it('goes through with the next answer, after a confirmation of its own', () => {
  const talk = bookingFor(freeOnly('tue'), 'mon')
  talk.answer({ slot: 'tue' })
  expect(talk.at).toBe('book')
  talk.confirm()
  expect(talk.at).toBe('ended done')
  expect(talk.did.filter((call) => call.startsWith('book'))).toEqual([
    'book {"slot":"mon"}',
    'book {"slot":"tue"}',
  ])
})

it('says the text of the way there again the next time, and greets only once', () => {
  const talk = bookingFor(freeOnly('wed'), 'mon')
  talk.answer({ slot: 'tue' })
  talk.confirm()
  expect(talk.said).toEqual(['Hej!', 'Tiden är tagen.', 'Tiden är tagen.'])
})

it('does not try the failed write again when the same answer is given', () => {
  const talk = bookingFor(freeOnly('tue'), 'mon')
  talk.answer({ slot: 'mon' })
  if (talk.at === 'book') talk.confirm()
  expect(talk.at).toBe('slot')
  expect(talk.did.filter((call) => call.startsWith('book'))).toEqual(['book {"slot":"mon"}'])
})

it('is stuck after three times, with the text said', () => {
  const talk = bookingFor(freeOnly('none'), 'mon')
  for (const slot of ['tue', 'wed', 'thu']) {
    talk.answer({ slot })
    talk.confirm()
  }
  expect(talk.at).toBe('forgot-too-often')
  expect(talk.said.filter((text) => text === 'Tiden är tagen.')).toHaveLength(4)
})

it('walks to the same place from what was kept, however often', () => {
  const talk = bookingFor(freeOnly('tue'), 'mon')
  const { frame, said } = walk(booking, talk.frame, environment)
  expect(said).toEqual([])
  expect(frame).toEqual(talk.frame)
})

it('drops the options held for the question, and keeps what other questions and actions noted', () => {
  const talk = bookingFor(() => ({ kind: 'done', gives: { id: 'B-1', times: 'x' } }), 'mon')
  const note = (key: string) => ({ do: 'x', key, inputs: {}, result: { kind: 'done' as const, gives: {} } })
  const failed = {
    ...note('felanmalan/do:book#1'),
    result: { kind: 'failed' as const, failure: 'slot_taken' },
  }
  const frame = {
    ...talk.frame,
    journal: [
      note('felanmalan/ask:slot#1'),
      note('felanmalan/ask:slot/options#2'),
      note('felanmalan/ask:slot_two#3'),
      failed,
      ...talk.frame.journal.filter(({ key }) => !key.includes('do:book')),
    ],
  }
  const dialog = dialogOf([ask('slot'), forget('slot'), end()])
  const after = walk(dialog, frame, environment).frame.journal.map(({ key }) => key)
  expect(after).toEqual(expect.arrayContaining(['felanmalan/ask:slot_two#3', 'felanmalan/do:book#1']))
  expect(after.join()).not.toMatch(/ask:slot[#/]/)
})

it('brings an optional question back that was passed over', () => {
  const dialog = dialogOf([
    ask('note', { optional: true }),
    ask('sure', { type: 'yes/no' }),
    forget('note'),
    end(),
  ])
  const talk = new Talk(dialog)
  talk.frame = { ...talk.frame, skipped: ['note'], open: null }
  talk.answer({ sure: true })
  expect(talk.at).toBe('note')
})

it('reads a conversation kept before there was a forget', () => {
  const older = without(new Talk(booking).frame, 'forgotten')
  const kept = {
    format: 1,
    language: 'sv',
    languagesOffered: [],
    languageOffer: null,
    easyRead: false,
    frames: [older],
    clarifying: [],
    misses: 0,
    lastTopic: null,
    lastTurnAt: '2026-01-01T00:00:00Z',
    emergency: null,
    sensitiveAt: null,
  }
  expect(conversationSchema.parse(kept).frames[0]?.forgotten).toEqual({})
})

it('is compiled from the file, and its way counts as gone to the end', () => {
  const compiled = compileWith({
    'nyckel.yaml': broken('nyckel.yaml', '        - end: no_house\n', '        - forget: place\n').replace(
      'ends: done,\n',
      '\n',
    ),
  })
  expect(compiled.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const steps = compiled.dialogs.get('nyckel')?.steps ?? []
  const find = steps.find((step) => step.kind === 'do')
  expect(find?.kind === 'do' ? find.ifFails.get('unknown_place')?.at(-1) : undefined).toMatchObject({
    kind: 'forget',
    key: 'forget:place',
    name: 'place',
  })
})
