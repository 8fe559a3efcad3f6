// A question with several answers: all at once in words or numbers, or one button after another.
import fc from 'fast-check'
import { readAnswer } from '../../../bot/dialog/answers/read-answer'
import { act, ask, confirm, dialogOf, end, environment, say, when } from './dialog-builder'
import { compileWith, sound } from './sound-dialog'
import { Talk } from './talk'

fc.configureGlobal({ seed: 20_261_128 })

const choices = {
  street: 'Gata och trottoar | gatan, vägen',
  park: 'Parker | parken, gräset',
  light: 'Belysning | lampor',
  water: 'Vatten och avlopp',
}
const where = ask('where', { type: 'choices', choices })
const read = (text: string) => {
  const reading = readAnswer(where, text, environment)
  return reading.kind === 'value' ? reading.value : undefined
}

it.each<[string, readonly string[]]>([
  ['gatan och parken', ['street', 'park']],
  ['parken, gatan', ['street', 'park']],
  ['gatan parken', ['street', 'park']],
  ['parken & lampor', ['park', 'light']],
  ['gata och trottoar', ['street']],
  ['vatten och avlopp', ['water']],
  ['vatten och avlopp och parken', ['park', 'water']],
  ['gräset samt belysningen', ['park', 'light']],
  ['avlopp och lampor', ['light', 'water']],
  ['1 3', ['street', 'light']],
  ['1, 3', ['street', 'light']],
  ['3 och 1', ['street', 'light']],
  ['1+4', ['street', 'water']],
  ['2', ['park']],
  ['parken', ['park']],
  ['alla', ['street', 'park', 'light', 'water']],
  ['allt tack', ['street', 'park', 'light', 'water']],
  ['alla utom parken', ['street', 'light', 'water']],
  ['alla förutom gatan och parken', ['light', 'water']],
  ['gatan men inte parken', ['street']],
])('reads "%s"', (text, codes) => expect(read(text)).toEqual(codes))
it.each(['13', '1 9', 'hej', '', 'alla utom månen', 'constructor', 'kan jag välja flera eller?'])(
  'does not guess at "%s"',
  (text) => expect(read(text)).toBeUndefined(),
)
it('reads any of its choices by label, number and code', () =>
  fc.assert(
    fc.property(fc.subarray(Object.keys(choices), { minLength: 1 }), (codes) => {
      const numbers = codes.map((code) => Object.keys(choices).indexOf(code) + 1)
      const labels = codes.map((code) => (choices[code as keyof typeof choices].split('|')[0] ?? '').trim())
      for (const text of [numbers.join(' '), labels.join(', '), labels.join(' och ')])
        expect([text, read(text)]).toEqual([text, codes])
    }),
  ))

const dialog = (optional = false) =>
  dialogOf(
    [
      ask('where', { type: 'choices', choices, optional }),
      when('where contains park', [say('parks', 'Parkerna sköts av {city}.')]),
      confirm(),
      act('write', 'report', { where: 'where' }),
      end(),
    ],
    { labels: { where: 'Platser' } },
  )
const talkOf = (optional = false, env = environment) => new Talk(dialog(optional), undefined, env)

it('takes all from one sentence, for conditions, summary and action', () => {
  const talk = talkOf()
  talk.say('gatan och parken')
  expect(talk.said).toContain('Parkerna sköts av Lillstad.')
  expect(talk.walked.stop).toMatchObject({
    summary: [{ name: 'where', value: 'Gata och trottoar och Parker' }],
  })
  talk.confirm()
  expect(talk.did).toEqual(['report {"where":["street","park"]}'])
})
it('adds one by one what is tapped, until it is done', () => {
  const talk = talkOf()
  const tap = (value: string) => talk.tap({ name: 'answer:where', value })
  tap('light')
  expect([talk.at, talk.frame.ticked]).toEqual(['where', ['light']])
  tap('street')
  tap('street')
  expect([talk.at, talk.frame.ticked, talk.answers]).toEqual(['where', ['light', 'street'], {}])
  tap('done')
  expect([talk.at, talk.answers, talk.frame.ticked]).toEqual(['send', { where: ['street', 'light'] }, []])
})
it('is done by itself when all are tapped, and by word', () => {
  const all = talkOf()
  for (const value of Object.keys(choices)) all.tap({ name: 'answer:where', value })
  expect(all.answers).toEqual({ where: Object.keys(choices) })
  const word = talkOf()
  word.tap({ name: 'answer:where', value: 'park' })
  word.say('klart')
  expect(word.answers).toEqual({ where: ['park'] })
  const more = talkOf()
  more.tap({ name: 'answer:where', value: 'park' })
  more.say('gatan')
  expect(more.answers).toEqual({ where: ['street', 'park'] })
})
it('is not done with nothing, unless it is optional', () => {
  const talk = talkOf()
  expect(talk.tap({ name: 'answer:where', value: 'done' })).toBe('refused')
  const optional = talkOf(true)
  optional.say('inga')
  expect([optional.at, optional.answers]).toEqual(['send', {}])
})
it('hears what the first sentence names', () => {
  const talk = talkOf()
  talk.begin('det är fel på gatan och i parken')
  expect(talk.answers).toEqual({ where: ['street', 'park'] })
})
it('takes numbers over SMS', () => {
  const talk = talkOf(true, { ...environment, channel: 'sms' })
  talk.say('1 3')
  expect(talk.answers).toEqual({ where: ['street', 'light'] })
  const one = talkOf(true, { ...environment, channel: 'sms' })
  one.say('2')
  expect(one.answers).toEqual({ where: ['park'] })
  const none = talkOf(true, { ...environment, channel: 'sms' })
  none.say('5')
  expect([none.at, none.answers]).toEqual(['send', {}])
})
it('is corrected as a whole', () => {
  const talk = talkOf()
  talk.say('gatan och parken')
  talk.say('nej, platser är lampor')
  expect(talk.answers).toEqual({ where: ['light'] })
})

describe('in a file', () => {
  /** The sound dialog with its question of kind taking several, and `more` changed. */
  const compiled = (...more: readonly (readonly [string, string])[]) => {
    const changes = [
      [
        '    question: Vilken nyckel gäller det?\n',
        '    question: Vilka nycklar gäller det?\n    type: choices\n',
      ],
      ['only if: kind is other', 'only if: kind contains other'],
      ...more,
    ] as const
    const text = changes.reduce<string>((before, [piece, by]) => {
      if (!before.includes(piece)) throw new Error(`"${piece}" is not there`)
      return before.replace(piece, () => by)
    }, sound['nyckel.yaml'])
    return compileWith({ 'nyckel.yaml': text })
  }
  const told = (...more: readonly (readonly [string, string])[]) =>
    compiled(...more).findings.map(({ code, message }) => `${code} ${message.en}`)

  it('is read, with a default and a test that expects several', () => {
    const { findings, dialogs } = compiled(
      ['      other: Något annat\n', '      other: Något annat\n    default: door, mail\n'],
      ['expect: { count: 1 }', 'expect: { kind: [door, mail] }'],
    )
    expect(findings).toEqual([])
    expect(dialogs.get('nyckel')?.asks.get('kind')).toMatchObject({
      types: ['choices'],
      default: ['door', 'mail'],
    })
    expect(dialogs.get('nyckel')?.tests[0]?.chat.at(-1)).toMatchObject({ values: { kind: ['door', 'mail'] } })
  })
  it('tells what cannot be', () => {
    expect(told(['kind contains other', 'kind contains othr'])).toEqual([
      'D040 "othr" is not one of door, mail, other',
    ])
    expect(told(['kind contains other', 'kind is other'])[0]).toContain(
      'is a list and cannot be equal to one answer',
    )
    expect(told(['      mail: Postnyckel', '      done: Postnyckel'])[0]).toContain('is the button Done')
  })
  it('reads money with a range', () => {
    const { findings, dialogs } = compiled([
      '    type: number\n    range: 1..5',
      '    type: money\n    range: 1..500',
    ])
    expect(findings).toEqual([])
    expect(dialogs.get('nyckel')?.asks.get('count')).toMatchObject({
      types: ['money'],
      range: { from: 1, to: 500 },
    })
  })
})
