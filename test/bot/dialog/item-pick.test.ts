// A question with `from` under `each`: for every item its own options, read for it, chosen, corrected, and gone.
import fc from 'fast-check'
import type { ActionResult } from '../../../bot/contracts/cases/action'
import type { Value } from '../../../bot/contracts/talk/value'
import type { CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { coverageOf } from '../../../bot/dialog/model/coverage'
import { goBack } from '../../../bot/dialog/walk/moves'
import { renderSaid } from '../../../bot/dialog/texts/said'
import { summaryOf } from '../../../bot/dialog/walk/summary'
import { traceWalk } from '../../../bot/dialog/walk/walk'
import type { WalkEnvironment } from '../../../bot/dialog/model/walk-environment'
import { bySms, english, environment, inEnglish, source } from './list-dialog'
import { compileWith, sound } from './sound-dialog'
import { Talk } from './talk'

const actions = `order_things:
  effect: write
  takes: [things, phone?]
  gives: { order_number: text }
free_times:
  effect: read
  takes: [thing, count?]
  gives: { times: list }
`
const question = `      - ask: time
        question: När ska vi hämta {what}?
        from: free_times
        with: { thing: what }
        show: 2
        if none:
          - say: För {what} finns inga tider, så den är inte med.
            id: no_times
`
const dropped = question
const handedOver =
  question.slice(0, question.indexOf('          - say')) + '          - handoff: Inga tider för {what}.\n'

function compile(asked: string, translated: string, sv = source): CompiledDialogs {
  return compileWith({
    'actions.yaml': `${sound['actions.yaml']}${actions}`,
    'saker.yaml': sv
      .replace('  - if: things.what contains fridge\n', () => `${asked}  - if: things.what contains fridge\n`)
      .replace(
        '{ order_things: { order_number: N-1 } }',
        '{ order_things: { order_number: N-1 }, free_times: [[a, b]] }',
      )
      .replace('user: färgburk, says: cold, asks: phone', 'user: färgburk'),
    'saker.en.yaml': `${english}  things.time: When shall we collect {what}?\n${translated}`,
  })
}
const none = '  no_times: There are no times for {what}, so it is left out.\n'

function dialogWith(asked = dropped, translated = none) {
  const compiled = compile(asked, translated)
  const dialog = compiled.dialogs.get('saker')
  if (dialog === undefined) throw new Error(JSON.stringify(compiled.findings, null, 2))
  return dialog
}

const time = (id: string): Value => ({ id, label: { sv: `den ${id}`, en: `on ${id}` } })
/** Sofas can be collected at three times, fridges at one, and nothing else. */
const times: Readonly<Record<string, readonly Value[]>> = {
  sofa: [time('2026-12-07'), time('2026-12-08'), time('2026-12-09')],
  fridge: [time('2026-12-10')],
}
const desk = (name: string, { thing }: Readonly<Record<string, Value>>): ActionResult => ({
  kind: 'done',
  gives:
    name === 'free_times'
      ? { times: times[typeof thing === 'string' ? thing : ''] ?? [] }
      : { order_number: 'N-1' },
})

const shared = dialogWith()
function talkOf(where: WalkEnvironment = environment, dialog = shared, answers = desk): Talk {
  const talk = new Talk(dialog, answers, where)
  talk.answer({ place: 'Storgatan 1' })
  return talk
}
const asked = (talk: Talk) => {
  const { stop } = talk.walked
  return stop.kind === 'asks' ? renderSaid(stop.question, talk.environment.language, 'web').text : talk.at
}
const shown = (talk: Talk) => {
  const { stop } = talk.walked
  return stop.kind === 'asks' ? stop.options?.shown.map(({ id }) => id) : undefined
}
const later = (talk: Talk, minutes: number) => {
  const now = new Date(talk.environment.now.getTime() + minutes * 60_000)
  talk.environment = { ...talk.environment, now }
}
const things = (talk: Talk) => talk.answers['things']

describe('asking', () => {
  it('reads the options of each item by the answers about it', () => {
    const talk = talkOf()
    talk.say('en soffa')
    expect([talk.at, asked(talk), shown(talk)]).toEqual([
      'things.time',
      'När ska vi hämta Soffa eller fåtölj?',
      ['2026-12-07', '2026-12-08'],
    ])
    talk.say('den andra')
    expect(talk.at).toBe('things.more')
    expect(things(talk)).toEqual([{ what: 'sofa', count: 1, time: '2026-12-08' }])
    expect(talk.did).toEqual(['free_times {"thing":"sofa"}'])
  })

  it('takes the only option by itself', () => {
    const talk = talkOf()
    talk.say('ett kylskåp')
    talk.say('ja')
    expect(talk.at).toBe('things.more')
    talk.say('nej')
    talk.say('070-174 06 05')
    expect(talk.at).toBe('send')
    talk.confirm()
    expect(talk.did.at(-1)).toContain('"what":"fridge","count":1,"full":true,"time":"2026-12-10"')
  })

  it('reads once for items of which the same is asked', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('den första')
    talk.say('en soffa till')
    expect(talk.at).toBe('things.time')
    expect(talk.did).toHaveLength(1)
  })

  it('shows more of them, from the first page for the next item', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('fler tider')
    expect(shown(talk)).toEqual(['2026-12-09'])
    talk.say('1')
    talk.say('en soffa till')
    expect(shown(talk)).toEqual(['2026-12-07', '2026-12-08'])
    talk.tap({ name: 'more', value: 'things.time' })
    expect(shown(talk)).toEqual(['2026-12-09'])
  })

  it('takes a button, an older one of the same item, and none that never was', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.tap({ name: 'answer:things.time', value: '2026-12-31' })
    expect(talk.at).toBe('things.time')
    talk.tap({ name: 'answer:things.time', value: '2026-12-09' })
    expect(things(talk)).toEqual([{ what: 'sofa', count: 1, time: '2026-12-09' }])
  })

  it('takes a number over SMS, behind the options the wish for more', () => {
    const talk = talkOf(bySms)
    talk.say('en soffa')
    talk.say('3')
    expect(shown(talk)).toEqual(['2026-12-09'])
    talk.say('1')
    expect(things(talk)).toEqual([{ what: 'sofa', count: 1, time: '2026-12-09' }])
  })

  it('asks back where two could be meant, and hears which', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('i december')
    expect(talk.at).toBe('things.time')
    talk.say('den 8 december')
    expect(things(talk)).toEqual([{ what: 'sofa', count: 1, time: '2026-12-08' }])
  })
})

describe('options of an item', () => {
  it('are held for ten minutes while it is asked', () => {
    const talk = talkOf()
    talk.say('en soffa')
    later(talk, 9)
    talk.go()
    expect(talk.did).toHaveLength(1)
    later(talk, 2)
    talk.go()
    expect(talk.did).toHaveLength(2)
  })

  it('are kept as chosen however long the talk goes on', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('den första')
    later(talk, 30)
    talk.say('nej')
    expect(talk.at).toBe('phone')
    expect(talk.did).toHaveLength(1)
  })

  it('are read anew when the item is another thing, and a choice that is not among them is gone', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('den första')
    talk.say('nej')
    const list: readonly Value[] = [{ what: 'fridge', count: 1, full: true, time: '2026-12-07' }]
    talk.answer({ things: list })
    expect(talk.said[0]).toMatch(/^Det du valde går tyvärr inte att välja längre/)
    expect(things(talk)).toEqual([{ what: 'fridge', count: 1, full: true }])
    expect(talk.at).toBe('phone')
  })

  it('stay with their items when one before them is taken away', () => {
    const talk = talkOf()
    for (const text of ['en soffa', 'den första', 'ett kylskåp', 'ja', 'en soffa till', 'den andra', 'nej'])
      talk.say(text)
    const reads = talk.did.length
    talk.say('ta bort kylen')
    expect(things(talk)).toEqual([
      { what: 'sofa', count: 1, time: '2026-12-07' },
      { what: 'sofa', count: 1, time: '2026-12-08' },
    ])
    expect([talk.at, talk.did.length]).toEqual(['phone', reads])
  })

  it('are chosen again after "back"', () => {
    const talk = talkOf()
    talk.say('en soffa')
    talk.say('den första')
    talk.move(goBack(talk.dialog, talk.frame, talk.environment))
    expect([talk.at, things(talk)]).toEqual(['things.time', [{ what: 'sofa', count: 1 }]])
    talk.say('den andra')
    expect(things(talk)).toEqual([{ what: 'sofa', count: 1, time: '2026-12-08' }])
  })

  it('show by what they are called, in the language of the moment', () => {
    for (const [where, line] of [
      [environment, 'Soffa eller fåtölj (den 2026-12-07)'],
      [inEnglish, 'Sofa or armchair (on 2026-12-07)'],
    ] as const) {
      const talk = talkOf()
      for (const text of ['en soffa', 'den första', 'nej', '070-174 06 05']) talk.say(text)
      const { progress } = traceWalk(talk.dialog, talk.frame, where)
      expect(summaryOf(progress).find(({ name }) => name === 'things')?.value).toBe(line)
      talk.environment = where
      talk.tap({ name: 'change', value: 'things' })
      expect(asked(talk)).toContain(line)
    }
  })
})

describe('an item with nothing to choose from', () => {
  it('is left out, and the resident told which', () => {
    const talk = talkOf()
    talk.say('en soffa och två stolar')
    talk.say('den första')
    talk.say('hoppa över')
    expect(talk.said).toContain('För Annan möbel finns inga tider, så den är inte med.')
    expect([talk.at, things(talk)]).toEqual(['things.more', [{ what: 'sofa', count: 1, time: '2026-12-07' }]])
    expect(talk.frame.skipped).toEqual([])
  })

  it('leaves the question of the list when it was the only one, and is told each time', () => {
    const talk = talkOf()
    for (const text of ['en stol', 'hoppa över', 'en stol', 'hoppa över']) talk.say(text)
    expect(talk.at).toBe('things')
    expect(talk.answers).toEqual({ place: 'Storgatan 1' })
    expect(talk.said.filter((said) => said.startsWith('För Annan möbel'))).toHaveLength(2)
  })

  it('goes to a person where that is written, with the words about it', () => {
    const dialog = dialogWith(handedOver, '  things.time.none: No times for {what}.\n')
    const talk = talkOf(environment, dialog)
    talk.say('en stol')
    talk.say('hoppa över')
    const { stop } = talk.walked
    if (stop.kind !== 'hands-off') throw new Error(stop.kind)
    expect(renderSaid(stop.reason, 'sv', 'web').text).toBe('Inga tider för Annan möbel.')
  })

  it('is a branch that tests have been through or not', () => {
    const talk = talkOf()
    talk.say('en stol')
    talk.say('hoppa över')
    const branches = (trace: ReadonlySet<string>) =>
      coverageOf(shared, { trace, answers: new Map() }).untested.map(({ name }) => name)
    expect(branches(new Set())).toEqual(expect.arrayContaining(['if none', 'say: no_times']))
    const { trace } = traceWalk(
      shared,
      { ...talk.frame, answers: { ...talk.frame.answers } },
      environment,
    ).progress
    expect(branches(trace)).toContain('if none')
  })
})

it('takes any words at any of its questions without falling over, and sends nothing', () => {
  const words = [
    'soffa',
    'kylskåp',
    'stol',
    'den första',
    '2',
    'fler tider',
    'ja',
    'nej',
    'hoppa över',
    'ändra saker',
  ]
  const others = [
    'ta bort soffan',
    'inte soffan utan kylen',
    '8 december',
    'menar den andra',
    '{time}',
    '__proto__',
    '😀',
  ]
  const text = fc.oneof(fc.constantFrom(...words, ...others), fc.string({ unit: 'grapheme', maxLength: 60 }))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
      const talk = talkOf()
      for (const one of texts) {
        talk.say(one)
        later(talk, 4)
      }
      expect(talk.did.filter((did) => did.startsWith('order'))).toEqual([])
      expect(JSON.parse(JSON.stringify(talk.frame))).toEqual(talk.frame)
      expect(talk.walked.stop.kind).toMatch(/^(asks|confirms)$/)
    }),
    { seed: 20_261_128, numRuns: 150 },
  )
})

describe('the file', () => {
  it('is sound with it', () => {
    expect(compile(dropped, none).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each<[string, string, string, string, string]>([
    [
      'D031',
      '        if none:\n          - say: För {what} finns inga tider, så den är inte med.\n            id: no_times\n',
      '',
      'what happens when "free_times" gives nothing',
      '',
    ],
    [
      'D005',
      '          - say: För {what}',
      '          - forget: place\n          - say: För {what}',
      'only "say", "handoff" and "end" can stand here',
      '',
    ],
    ['D040', 'thing: what', 'thing: wat', '', ''],
    [
      'D001',
      '        show: 2\n',
      '        show: 2\n        if fails: { handoff: Nej. }\n',
      'nothing that can stand in an "ask" under "each"',
      '',
    ],
  ])('%s: %s', (code, piece, by, says) => {
    expect(question).toContain(piece)
    const { findings } = compile(
      question.replace(piece, () => by),
      none,
    )
    expect(findings.map((one) => [one.code, one.message.en.includes(says)])).toContainEqual([code, true])
  })

  it('cannot ask what the item is by options', () => {
    const sv = source.replace(
      '        question: Vilken sak?\n',
      '        question: Vilken sak?\n        from: free_times\n',
    )
    const { findings } = compile('', '', sv)
    expect(findings.map(({ message }) => message.en)).toContainEqual(
      expect.stringContaining('the first question says what the item is'),
    )
  })
})
