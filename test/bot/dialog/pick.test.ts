// Questions whose options come from an action or a result: read when needed, held a while, picked by number or by words.
import fc from 'fast-check'
import type { ActionResult } from '../../../bot/contracts/cases/action'
import { conversationSchema } from '../../../bot/contracts/talk/conversation'
import type { Value } from '../../../bot/contracts/talk/value'
import { adoptVersion } from '../../../bot/dialog/walk/adopt-version'
import { interpret } from '../../../bot/dialog/hearing/interpret'
import { reopen } from '../../../bot/dialog/walk/moves'
import { walk } from '../../../bot/dialog/walk/walk'
import { act, ask, confirm, dialogOf, end, environment, forget, handOff, say, when } from './dialog-builder'
import { Talk, type Desk } from './talk'

fc.configureGlobal({ seed: 20_261_128 })

const slot = (day: string, label: string): Value => ({ id: day, label: { sv: label, en: `${label} (en)` } })
const slots = [
  slot('2026-12-08', 'tisdag 8 december 07-12'),
  slot('2026-12-09', 'onsdag 9 december 07-12'),
  slot('2026-12-10', 'torsdag 10 december 07-12'),
  slot('2026-12-11', 'fredag 11 december 07-12'),
  slot('2026-12-14', 'måndag 14 december 07-12'),
  slot('2026-12-15', 'tisdag 15 december 07-12'),
  slot('2026-12-16', 'onsdag 16 december 07-12'),
]
const lists = (list: readonly Value[]): ActionResult => ({ kind: 'done', gives: { list } })

const dialog = (more: Parameters<typeof ask>[1] = {}) =>
  dialogOf(
    [
      ask('place', { type: 'address' }),
      ask('slot', {
        pick: { from: 'free_slots', with: { place: 'place' }, ifNone: [handOff('none')] },
        ...more,
      }),
      when("slot is '2026-12-08'", [say('first')]),
      confirm('book', 'Ska jag boka {slot}?'),
      act('write', 'book', { slot: 'slot' }, ['number'], {
        slot_taken: [say('taken'), forget('slot')],
        else: [handOff('broken')],
      }),
      say('booked', 'Bokat {slot}.'),
      end(),
    ],
    { labels: { place: 'Plats', slot: 'Tid' } },
  )

/** A desk that reads slots from `read`, by place, and books unless told. */
const deskOf =
  (
    read: (place: string) => ActionResult,
    book: () => ActionResult = () => ({ kind: 'done', gives: {} }),
  ): Desk =>
  (name, { place }) =>
    name === 'free_slots' ? read(typeof place === 'string' ? place : '') : book()
const talkAt = (desk: Desk = deskOf(() => lists(slots)), env = environment, of = dialog()) => {
  const talk = new Talk(of, desk, env)
  talk.say('Torget 1')
  return talk
}
const shown = ({ walked }: Talk) =>
  walked.stop.kind === 'asks' ? walked.stop.options?.shown.map(({ id }) => id.slice(-2)) : undefined
const later = (minutes: number) => ({
  ...environment,
  now: new Date(environment.now.getTime() + minutes * 60_000),
})
/** The same talk at another time. */
const goOn = (talk: Talk, minutes: number, desk = talk.desk) => {
  const next = new Talk(talk.dialog, desk, later(minutes))
  next.frame = talk.frame
  next.did.push(...talk.did)
  return next
}

describe('options', () => {
  it('are read when their question comes, and shown a page at a time', () => {
    const talk = talkAt()
    expect([talk.at, shown(talk), talk.did]).toEqual([
      'slot',
      ['08', '09', '10', '11', '14'],
      ['free_slots {"place":"Torget 1"}'],
    ])
    talk.say('fler tider')
    expect(shown(talk)).toEqual(['15', '16'])
    talk.tap({ name: 'more', value: 'slot' })
    expect([shown(talk)?.[0], talk.said.at(-1)]).toEqual(['08', '[options.from-start]'])
    expect(talk.did).toHaveLength(1)
  })
  it.each<[string, string]>([
    ['2', '09'],
    ['nr 3', '10'],
    ['den första', '08'],
    ['den sista', '14'],
    ['onsdagen', '09'],
    ['på torsdag tack', '10'],
    ['jag tar fredagen', '11'],
    ['fredga', '11'],
    ['tisdag 15 december', '15'],
    ['den 16', '16'],
    ['16 december', '16'],
    ['tisdag', '08'],
    ['wednesday 9', '09'],
    ['om en vecka', '09'],
    ['tisdag nästa vecka', '08'],
    ['fredag v. 50', '11'],
    ['tisdag om det går', '08'],
    ['2026-12-16', '16'],
    ['the 15th of december', '15'],
    ['måndag, min adress är Torget 1', '14'],
  ])('are picked by "%s"', (text, day) => {
    const talk = talkAt()
    talk.say(text)
    expect(talk.answers['slot']).toBe(`2026-12-${day}`)
    expect(talk.at).toBe('book')
  })
  it.each([
    'hej',
    '99',
    'lördag',
    'inte tisdag',
    'har ni öppet på tisdag eller?',
    '',
    'december kanske',
    '0',
  ])('are not picked by "%s"', (text) => {
    const talk = talkAt()
    talk.say(text)
    expect([talk.at, talk.answers['slot']]).toEqual(['slot', undefined])
  })
  it.each(['i övermorgon', '12 december', 'den 12', 'på julafton'])('have no "%s", which is told', (text) => {
    const talk = talkAt()
    expect(talk.say(text)).toBe('refused')
    expect([talk.at, talk.said.at(-1), talk.frame.misses]).toEqual(['slot', '[options.not-there]', 1])
  })
  it('of a week are asked back', () => {
    const talk = talkAt()
    talk.say('v. 51')
    expect(talk.frame.offered).toEqual(['2026-12-14', '2026-12-15', '2026-12-16'])
  })
  it('that two words fit are asked back', () => {
    const talk = talkAt()
    talk.say('tisdag eller onsdag')
    expect([talk.at, talk.frame.offered]).toEqual(['slot', ['2026-12-08', '2026-12-09']])
    talk.say('onsdag')
    expect(talk.answers['slot']).toBe('2026-12-09')
  })
  it('over SMS are numbered with what stands behind them', () => {
    const sms = { ...environment, channel: 'sms' as const }
    const talk = talkAt(
      deskOf(() => lists(slots)),
      sms,
      dialog({ optional: true }),
    )
    expect(shown(talk)).toEqual(['08', '09', '10'])
    talk.say('4')
    expect(shown(talk)).toEqual(['11', '14', '15'])
    talk.say('2')
    expect(talk.answers['slot']).toBe('2026-12-14')
    const skipped = talkAt(
      deskOf(() => lists(slots)),
      sms,
      dialog({ optional: true }),
    )
    skipped.say('5')
    expect([skipped.at, skipped.answers['slot']]).toEqual(['book', undefined])
  })
  it('are tapped, and an old button of one that is gone says so', () => {
    const talk = talkAt()
    expect(talk.tap({ name: 'answer:slot', value: '2026-12-15' })).toBe('moved')
    expect(talk.answers['slot']).toBe('2026-12-15')
    const gone = talkAt()
    gone.tap({ name: 'answer:slot', value: '2020-01-01' })
    expect([gone.at, gone.said.at(-1)]).toEqual(['slot', '[button.stale]'])
  })
  it('show by what they are called, in the language of now, and count by their id', () => {
    const talk = talkAt()
    talk.say('tisdag')
    expect(talk.said).toContain('Sagt first.')
    expect(talk.walked.stop).toMatchObject({
      question: { values: { slot: 'tisdag 8 december 07-12' } },
      summary: [{ name: 'place' }, { name: 'slot', value: 'tisdag 8 december 07-12' }],
    })
    const english = walk(talk.dialog, talk.frame, { ...environment, language: 'en' })
    expect(english.stop).toMatchObject({ summary: [{}, { value: 'tisdag 8 december 07-12 (en)' }] })
    expect(walk(talk.dialog, talk.frame, environment).values()['slot']).toBe('2026-12-08')
    talk.confirm()
    expect(talk.did.at(-1)).toBe('book {"slot":"2026-12-08"}')
    expect(talk.said.at(-1)).toBe('Bokat tisdag 8 december 07-12.')
  })
  it('of which there is only one answer themselves', () => {
    const talk = talkAt(deskOf(() => lists(['Britt'])))
    expect([talk.at, talk.answers['slot'], talk.frame.answers['slot']?.source]).toEqual([
      'book',
      'Britt',
      'default',
    ])
    expect(talk.walked.stop).toMatchObject({ summary: [{}, { name: 'slot', value: 'Britt' }] })
    talk.move(reopen(talk.dialog, talk.frame, 'slot', environment))
    expect([talk.at, shown(talk)]).toEqual(['slot', ['tt']])
  })
  it('that are called the same are told apart', () => {
    const talk = talkAt(deskOf(() => lists([slot('a', 'Anna'), slot('b', 'Anna')])))
    talk.say('2')
    expect([talk.answers['slot'], talk.frame.answers['slot']?.label]).toEqual([
      'b',
      { sv: 'Anna (2)', en: 'Anna (en) (2)' },
    ])
  })
  it('leave out what is no option', () => {
    const odd = [
      { label: 'utan id' },
      { id: 7, label: 'sju' },
      5,
      true,
      '',
      ['x'],
      { id: 'a' },
      'text',
    ] as Value[]
    const talk = talkAt(deskOf(() => lists(odd)))
    expect(shown(talk)).toEqual(['7', 'a', 'xt'])
  })
})

describe('a day that is named before the options are read', () => {
  const begun = (text: string, desk = deskOf(() => lists(slots))) => {
    const talk = new Talk(dialog(), desk)
    talk.begin(text)
    return talk
  }
  it.each([
    ['jag vill boka på torsdag', '10'],
    ['kan ni komma den 16 december', '16'],
    ['nästa tisdag', '08'],
  ])('"%s" is the answer when it is on offer, and read back', (text, day) => {
    const talk = begun(text)
    talk.say('Torget 1')
    expect([talk.at, talk.answers['slot']]).toEqual(['book', `2026-12-${day}`])
    expect(talk.said).toContain('[dialog.noted]')
  })
  it('stands beside another answer, and in the same sentence', () => {
    const beside = new Talk(
      dialog(),
      deskOf(() => lists(slots)),
    )
    beside.say('Torget 1, gärna på torsdag')
    expect([beside.at, beside.answers['slot']]).toEqual(['book', '2026-12-10'])
    const same = begun('boka hämtning på Storgatan 1 på torsdag')
    expect([same.at, same.answers['slot']]).toEqual(['book', '2026-12-10'])
  })
  it('is told when it is not on offer, with the options there are, once', () => {
    const talk = begun('jag vill boka lördag den 12 december')
    talk.say('Torget 1')
    expect([talk.at, talk.said, shown(talk)]).toEqual([
      'slot',
      ['[options.not-there]'],
      ['08', '09', '10', '11', '14'],
    ])
    talk.say('torsdag')
    expect([talk.at, talk.answers['slot'], talk.said.length]).toEqual(['book', '2026-12-10', 1])
    const beside = new Talk(
      dialog(),
      deskOf(() => lists(slots)),
    )
    beside.say('Torget 1, lördag den 12 december')
    expect([beside.at, beside.said]).toEqual(['slot', ['[options.not-there]']])
  })
  it('is asked back when it may be two of them', () => {
    const talk = begun('på tisdag eller onsdag')
    talk.say('Torget 1')
    expect([talk.at, talk.frame.offered]).toEqual(['slot', ['2026-12-08', '2026-12-09']])
    talk.say('onsdag')
    expect([talk.at, talk.answers['slot']]).toEqual(['book', '2026-12-09'])
  })
  it('is nothing where it has gone by, or the options are no days', () => {
    expect(begun('ni skulle ha kommit i tisdags').answers).toEqual({})
    const talk = begun(
      'jag vill boka på torsdag',
      deskOf(() => lists(['Britt', 'Anna'])),
    )
    talk.say('Torget 1')
    expect([talk.at, talk.said, talk.answers['slot']]).toEqual(['slot', [], undefined])
  })
  it('asks nobody for the day when another one is the only one left', () => {
    const talk = begun(
      'jag vill boka på torsdag',
      deskOf(() => lists(slots.slice(0, 1))),
    )
    talk.say('Torget 1')
    expect([talk.at, talk.said, shown(talk)]).toEqual(['slot', ['[options.not-there]'], ['08']])
  })
  it('stays through a new version of the dialog', () => {
    const talk = begun('jag vill boka på torsdag')
    const newer = { ...dialog(), shapeHash: 'newer' }
    expect(adoptVersion(newer, talk.frame).dropped).toEqual([])
  })
})

describe('nothing to choose from', () => {
  it('leads to what is written for it, also when the action fails', () => {
    expect(talkAt(deskOf(() => lists([]))).at).toBe('hands-off')
    expect(talkAt(deskOf(() => ({ kind: 'failed', failure: 'unavailable' }))).at).toBe('hands-off')
  })
  it('leads elsewhere for a failure that has steps of its own', () => {
    const of = dialog({
      pick: {
        from: 'free_slots',
        ifNone: [handOff('none')],
        ifFails: { not_found: [say('unknown'), end('not_found')] },
      },
    })
    expect(
      talkAt(
        deskOf(() => ({ kind: 'failed', failure: 'not_found' })),
        environment,
        of,
      ).at,
    ).toBe('ended not_found')
    expect(
      talkAt(
        deskOf(() => ({ kind: 'failed', failure: 'unavailable' })),
        environment,
        of,
      ).at,
    ).toBe('hands-off')
  })
  it('goes on without an answer where the steps go on, and passes over an optional question', () => {
    const of = dialog({ pick: { from: 'free_slots', ifNone: [say('later')] } })
    const talk = talkAt(
      deskOf(() => lists([])),
      environment,
      of,
    )
    expect([talk.at, talk.said]).toEqual(['book', ['Sagt later.']])
    const optional = dialog({ pick: { from: 'free_slots' }, optional: true })
    expect(
      talkAt(
        deskOf(() => lists([])),
        environment,
        optional,
      ).at,
    ).toBe('book')
    expect(
      talkAt(
        deskOf(() => lists([])),
        environment,
        dialog({ pick: { from: 'free_slots' } }),
      ).at,
    ).toBe('nothing-to-choose')
  })
  it('is taken back when an address with options is given', () => {
    const of = dialog({ pick: { from: 'free_slots', with: { place: 'place' }, ifNone: [ask('name')] } })
    const talk = talkAt(
      deskOf((place) => lists(place === 'Torget 1' ? [] : slots)),
      environment,
      of,
    )
    talk.say('Anna')
    expect([talk.at, talk.answers]).toEqual(['book', { place: 'Torget 1', name: 'Anna' }])
    talk.say('nej, platsen är Torget 2')
    expect([talk.at, talk.answers]).toEqual(['slot', { place: 'Torget 2' }])
  })
})

describe('options grow old', () => {
  it('are held for ten minutes, and then read again while the question is open', () => {
    const talk = talkAt()
    const soon = goOn(talk, 9)
    soon.go()
    expect(soon.did).toHaveLength(1)
    const late = goOn(
      talk,
      11,
      deskOf(() => lists(slots.slice(2))),
    )
    late.go()
    expect([late.did.length, shown(late)?.[0]]).toEqual([2, '10'])
    late.go()
    expect(late.did).toHaveLength(2)
  })
  it('are looked at again when one is picked late, and one that is gone is asked for anew', () => {
    const late = goOn(
      talkAt(),
      11,
      deskOf(() => lists(slots.slice(2))),
    )
    late.say('torsdag')
    expect([late.at, late.did.length]).toEqual(['book', 2])
    const gone = goOn(
      talkAt(),
      11,
      deskOf(() => lists(slots.slice(2))),
    )
    gone.say('den första')
    expect([gone.at, gone.said.at(-1), gone.answers['slot']]).toEqual(['slot', '[options.gone]', undefined])
  })
  it('are not read again for an answer that was fresh when it was given', () => {
    const talk = talkAt()
    talk.say('tisdag')
    const late = goOn(
      talk,
      60,
      deskOf(() => lists([])),
    )
    late.go()
    expect([late.at, late.did.length]).toEqual(['book', 1])
    late.confirm()
    expect(late.said.at(-1)).toBe('Bokat tisdag 8 december 07-12.')
  })
  it('are read again for a corrected input, and the answer stays if it still is one', () => {
    const byPlace = deskOf((place) => lists(place === 'Torget 2' ? slots.slice(0, 2) : slots))
    const talk = talkAt(byPlace)
    talk.say('tisdag')
    talk.say('nej, platsen är Torget 2')
    expect([talk.at, talk.answers['slot'], talk.did.length]).toEqual(['book', '2026-12-08', 2])
    const other = talkAt(byPlace)
    other.say('torsdag')
    other.say('nej, platsen är Torget 2')
    expect([other.at, other.said.at(-1), shown(other)]).toEqual(['slot', '[options.gone]', ['08', '09']])
    other.say('nej, platsen är Torget 1')
    expect([other.at, other.answers['slot']]).toEqual(['book', '2026-12-10'])
  })
  it('do not keep an answer that gave itself when there is more to choose from', () => {
    const talk = talkAt(deskOf((place) => lists(place === 'Torget 1' ? slots.slice(0, 1) : slots)))
    expect(talk.at).toBe('book')
    talk.say('nej, platsen är Torget 2')
    expect([talk.at, talk.answers]).toEqual(['slot', { place: 'Torget 2' }])
  })
  it('are read anew when their answer is forgotten, and nothing else is asked', () => {
    let free = slots
    let tries = 0
    const talk = talkAt(
      deskOf(
        () => lists(free),
        () => {
          tries += 1
          if (tries > 1) return { kind: 'done', gives: {} }
          free = slots.slice(1)
          return { kind: 'failed', failure: 'slot_taken' }
        },
      ),
    )
    talk.say('tisdag')
    talk.confirm()
    expect([talk.at, talk.said.at(-1), shown(talk)?.[0]]).toEqual(['slot', 'Sagt taken.', '09'])
    talk.say('onsdag')
    talk.confirm()
    expect(talk.said.at(-1)).toBe('Bokat onsdag 9 december 07-12.')
  })
})

describe('a list of an earlier result', () => {
  const relatives = dialogOf(
    [
      act('read', 'clients_for', {}, ['clients'], { else: [handOff('none')] }),
      ask('client', { pick: { from: 'clients', isResult: true } }),
      say('hello', 'Det gäller {client}.'),
      end(),
    ],
    { labels: { client: 'Vem' } },
  )
  it('is what there is to choose from', () => {
    const talk = new Talk(relatives, () => ({ kind: 'done', gives: { clients: ['Britt', 'Sven'] } }))
    expect([talk.at, shown(talk)]).toEqual(['client', ['tt', 'en']])
    talk.say('Sven')
    expect([talk.at, talk.said.at(-1)]).toEqual(['ended done', 'Det gäller Sven.'])
  })
  it('is passed over when there is only one', () => {
    const talk = new Talk(relatives, () => ({ kind: 'done', gives: { clients: ['Britt'] } }))
    expect([talk.at, talk.said.at(-1)]).toEqual(['ended done', 'Det gäller Britt.'])
  })
})

it('keeps what is stored readable, older frames and picked answers', () => {
  const talk = talkAt()
  talk.say('tisdag')
  const newer = new Set(['pages', 'offered', 'ticked'])
  const older = Object.fromEntries(Object.entries(talk.frame).filter(([field]) => !newer.has(field)))
  const stored = {
    format: 1,
    language: 'sv',
    languagesOffered: [],
    languageOffer: null,
    easyRead: false,
    frames: [older],
    clarifying: [],
    misses: 0,
    lastTopic: null,
    lastTurnAt: environment.now.toISOString(),
    emergency: null,
    sensitiveAt: null,
  }
  const [frame] = conversationSchema.parse(JSON.parse(JSON.stringify(stored))).frames
  expect(frame).toMatchObject({ pages: {}, offered: [], ticked: [] })
  expect(frame?.answers['slot']).toEqual(talk.frame.answers['slot'])
})
it('keeps a picked answer when the file changes, and drops it when its question takes something else', () => {
  const talk = talkAt()
  talk.say('tisdag')
  const changed = { ...dialog(), shapeHash: 'shape-2' }
  expect(adoptVersion(changed, talk.frame).frame.answers['slot']).toEqual(talk.frame.answers['slot'])
  const other = {
    ...dialogOf([ask('place', { type: 'address' }), ask('slot', { type: 'number' })]),
    shapeHash: 'shape-3',
  }
  expect(adoptVersion(other, talk.frame).dropped).toEqual(['slot'])
})

describe('for any options', () => {
  const word = fc.stringMatching(/^[a-zåäö]{3,9}$/)
  const options = fc
    .uniqueArray(
      fc.tuple(word, word).map((words) => words.join(' ')),
      { minLength: 2, maxLength: 9 },
    )
    .map((labels) => labels.map((label, index) => ({ id: `id${index}`, label })))

  it('each is picked by its number, on any page, and by its label', () =>
    fc.assert(
      fc.property(options, fc.nat(8), (list, nth) => {
        const index = nth % list.length
        const byNumber = talkAt(deskOf(() => lists(list)))
        for (let page = 0; page < Math.floor(index / 5); page += 1) byNumber.say('fler')
        byNumber.say(String((index % 5) + 1))
        expect(byNumber.answers['slot']).toBe(`id${index}`)
        const tapped = talkAt(deskOf(() => lists(list)))
        tapped.tap({ name: 'answer:slot', value: `id${index}` })
        expect(tapped.answers['slot']).toBe(`id${index}`)
        const byLabel = talkAt(deskOf(() => lists(list)))
        byLabel.say(list[index]?.label ?? '')
        if (byLabel.frame.offered.length > 0) expect(byLabel.frame.offered).toContain(`id${index}`)
        else expect([list, byLabel.answers['slot']]).toEqual([list, `id${index}`])
      }),
    ))
  it('a label word for word is that option, though one on the page before it is spelt much alike', () => {
    const labels = ['ååa ääö', 'aöå öåö', 'ååöåä ååö', 'ääa ööö', 'åöö aäa', 'öää ääa', 'ååöå aäöåå']
    const talk = talkAt(deskOf(() => lists(labels.map((label, index) => ({ id: `id${index}`, label })))))
    talk.say('ååöå aäöåå')
    expect(talk.answers['slot']).toBe('id6')
  })
  it('no text throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom('fler', 'more times', '1e9', '__proto__'),
        ),
        fc.constantFrom('web', 'sms'),
        (text, channel) => {
          const talk = talkAt()
          expect(() => interpret(talk.dialog, talk.frame, text, { ...environment, channel })).not.toThrow()
        },
      ),
    ))
  it('correcting the place is as if it had been given at first', () =>
    fc.assert(
      fc.property(options, options, fc.nat(8), (one, two, nth) => {
        const desk = deskOf((place) => lists(place === 'Torget 1' ? one : two))
        const chosen = two[nth % two.length]?.id ?? ''
        const corrected = talkAt(desk)
        corrected.answer({ place: 'Torget 2' })
        corrected.answer({ slot: chosen })
        const straight = new Talk(dialog(), desk)
        straight.answer({ place: 'Torget 2' })
        straight.answer({ slot: chosen })
        expect([corrected.at, corrected.answers]).toEqual([straight.at, straight.answers])
        const afterwards = talkAt(desk)
        afterwards.answer({ slot: one[0]?.id ?? '' })
        afterwards.answer({ place: 'Torget 2' })
        afterwards.answer({ slot: chosen })
        expect([afterwards.at, afterwards.answers]).toEqual([straight.at, straight.answers])
      }),
    ))
})
