// A list of things: filled item by item or at once, corrected at any later point, shown, sent.
import { adoptVersion } from '../../../bot/dialog/walk/adopt-version'
import { renderSaid } from '../../../bot/dialog/texts/said'
import { goBack } from '../../../bot/dialog/walk/moves'
import { summaryOf } from '../../../bot/dialog/walk/summary'
import { traceWalk, walk } from '../../../bot/dialog/walk/walk'
import { bySms, english, environment, inEnglish, listDialog, said, source, talkOf } from './list-dialog'
import type { Talk } from './talk'

const things = (talk: Talk) => talk.answers['things']
const asked = (talk: Talk) => {
  const { stop } = talk.walked
  return stop.kind === 'asks' ? renderSaid(stop.question, talk.environment.language, 'web').text : ''
}

describe('filling', () => {
  it('asks its own question first, then whether there is more, and goes on when there is not', () => {
    const talk = talkOf()
    expect([talk.at, asked(talk)]).toEqual(['things', 'Vad ska vi hämta till Storgatan 1?'])
    talk.say('en soffa')
    expect([talk.at, asked(talk)]).toEqual(['things.more', 'Något mer?'])
    talk.say('ja')
    expect([talk.at, asked(talk)]).toEqual(['things.what', 'Vilken sak?'])
    talk.say('kylskåp')
    expect(talk.at).toBe('things.full')
    talk.say('ja')
    expect(talk.at).toBe('things.more')
    talk.say('nej tack')
    expect(talk.at).toBe('phone')
    expect(things(talk)).toEqual([
      { what: 'sofa', count: 1 },
      { what: 'fridge', full: true },
    ])
    expect(talk.said).toContain('Kylen måste vara tömd.')
    expect(talk.said.join()).not.toContain('Ändrat')
  })

  it.each([
    [
      'en soffa och två kylskåp',
      [
        { what: 'sofa', count: 1 },
        { what: 'fridge', count: 2 },
      ],
    ],
    [
      '2 st soffor, 3 kylskåp',
      [
        { what: 'sofa', count: 2 },
        { what: 'fridge', count: 3 },
      ],
    ],
    ['soffa, kylskåp samt fem fåtöljer', [{ what: 'sofa' }, { what: 'fridge' }, { what: 'sofa', count: 5 }]],
    ['två gamla soffor', [{ what: 'sofa', count: 2 }]],
    ['soffor 3 st', [{ what: 'sofa', count: 3 }]],
    ['soffa x 2 och kyl', [{ what: 'sofa', count: 2 }, { what: 'fridge' }]],
    [
      'a sofa and two fridges',
      [
        { what: 'sofa', count: 1 },
        { what: 'fridge', count: 2 },
      ],
    ],
    ['inte soffan men kylskåpet', [{ what: 'fridge' }]],
  ])('reads several things at once: %s', (text, records) => {
    expect(things(said(text))).toEqual(records)
  })

  it('asks about each of several things in turn, and shows its other answers in the question', () => {
    const talk = said('två sängar och ett kylskåp')
    expect(talk.at).toBe('things.note')
    talk.say('lätt att bära')
    expect(talk.at).toBe('things.full')
    talk.say('nej')
    expect(things(talk)).toEqual([
      { what: 'other', count: 2, note: 'lätt att bära' },
      { what: 'fridge', count: 1, full: false },
    ])
    const counted = talkOf(listDialog(source.replace('        default: 1\n', '')))
    counted.say('soffa')
    expect([counted.at, asked(counted)]).toEqual(['things.count', 'Hur många av Soffa eller fåtölj?'])
    counted.say('två')
    expect(things(counted)).toEqual([{ what: 'sofa', count: 2 }])
  })

  it.each([
    'nej',
    'nej tack',
    'det var allt',
    'Klart!',
    'inget mer',
    'nej bara soffan',
    "that's all",
    'nej, det är allt vi har',
  ])('is closed by "%s"', (text) => {
    expect(said('soffa', text).at).toBe('phone')
  })

  it('adds what is named instead of a yes, and closes by itself when it is full', () => {
    const talk = said('soffa', 'ja en fåtölj också', 'en frys', 'ja')
    expect(talk.at).toBe('things.more')
    talk.say('soffa')
    expect(talk.at).toBe('phone')
    expect(things(talk)).toHaveLength(4)
  })

  it('tells what has no room, cannot be counted so, or is not taken, and adds the rest', () => {
    const full = said('två soffor, en fåtölj, soffa, fåtölj, soffa')
    expect(things(full)).toHaveLength(4)
    expect(full.said.join()).toContain('Fler än 4 får inte plats')
    const many = said('en soffa och 9 fåtöljer')
    expect(things(many)).toEqual([{ what: 'sofa', count: 1 }])
    expect(many.said.join()).toMatch(/1.*5/)
    const paint = said('soffa och färgburk och en fåtölj')
    expect(things(paint)).toEqual([{ what: 'sofa' }, { what: 'sofa', count: 1 }])
    expect(paint.said).toContain('Färg hämtar vi inte.')
    expect(paint.at).toBe('things.more')
    const only = said('färgburk')
    expect([only.at, things(only)]).toEqual(['things', undefined])
    expect(only.said).toContain('Färg hämtar vi inte.')
  })

  it('passes over an optional inner question for its item alone', () => {
    const talk = said('en säng och en byrå', 'hoppa över')
    expect(talk.frame.skipped).toEqual(['things.0.note'])
    expect(talk.at).toBe('things.note')
    talk.say('vit byrå')
    expect([talk.at, things(talk)]).toEqual([
      'things.more',
      [
        { what: 'other', count: 1 },
        { what: 'other', count: 1, note: 'vit byrå' },
      ],
    ])
    talk.say('soffa')
    talk.say('ta bort soffan')
    expect(talk.frame.skipped).toEqual(['things.0.note'])
  })

  it('keeps what was passed over with its item when one before it goes', () => {
    const talk = said('en soffa och en säng', 'hoppa över')
    expect(talk.frame.skipped).toEqual(['things.1.note'])
    talk.say('ta bort soffan')
    expect([talk.frame.skipped, talk.at]).toEqual([['things.0.note'], 'things.more'])
    talk.say('ta bort sängen')
    expect([talk.frame.skipped, talk.at]).toEqual([[], 'things'])
  })

  it('begins with what the first sentence says', () => {
    for (const text of ['kan ni hämta en gammal soffa', 'hur blir jag av med en soffa på Storgatan 1?']) {
      const talk = talkOf(listDialog())
      talk.frame = { ...talk.frame, answers: {} }
      talk.begin(text)
      talk.answer({ place: 'Storgatan 1' })
      expect([talk.at, things(talk)]).toEqual(['things.more', [{ what: 'sofa', count: 1 }]])
    }
  })

  it('keeps every one of several alike that are named before the list is asked for', () => {
    const talk = talkOf(listDialog())
    talk.frame = { ...talk.frame, answers: {}, open: 'place' }
    talk.say('en soffa, två fåtöljer och ett kylskåp och en frys')
    expect(talk.at).toBe('place')
    expect(things(talk)).toEqual([
      { what: 'sofa', count: 1 },
      { what: 'sofa', count: 2 },
      { what: 'fridge', count: 1 },
      { what: 'fridge', count: 1 },
    ])
  })
})

describe('correcting', () => {
  const filled = () => said('en soffa och en fåtölj', 'ett kylskåp', 'ja', 'nej', '0701234567')
  const names = (talk: Talk) => (things(talk) as readonly { what: string }[]).map(({ what }) => what)

  it.each([
    ['ta bort kylskåpet', ['sofa', 'sofa']],
    ['inte kylen', ['sofa', 'sofa']],
    ['nej, inte kylskåpet', ['sofa', 'sofa']],
    ['remove the fridge', ['sofa', 'sofa']],
    ['ta bort den sista', ['sofa', 'sofa']],
    ['ta bort soffan och kylskåpet', ['sofa']],
    ['kylskåpet ska inte med', ['sofa', 'sofa']],
    ['lägg till en säng', ['sofa', 'sofa', 'fridge', 'other']],
    ['inte kylskåpet utan en säng', ['sofa', 'sofa', 'other']],
    ['byt kylskåpet mot en säng', ['sofa', 'sofa', 'other']],
    ['sakerna är en säng', ['other']],
    ['en säng och en soffa i stället', ['other', 'sofa']],
  ])('understands "%s" at the confirmation', (text, left) => {
    const talk = filled()
    expect(talk.at).toBe('send')
    talk.say(text)
    if (talk.at === 'things.note') talk.say('hoppa över')
    expect([talk.at, names(talk)]).toEqual(['send', left])
    expect(talk.said.join()).toContain('Ändrat: Saker')
  })

  it.each([
    'två soffor i stället',
    'make it two sofas',
    'nej, två soffor',
    'jag menade två soffor',
    '2 soffor',
  ])('counts anew: "%s"', (text) => {
    const talk = said('en soffa', 'nej', '0701234567')
    talk.say(text)
    expect([talk.at, things(talk)]).toEqual(['send', [{ what: 'sofa', count: 2 }]])
  })

  it.each<[string, unknown]>([
    ['en soffa, nej två soffor', [{ what: 'sofa', count: 2 }]],
    ['en soffa nej vänta två soffor', [{ what: 'sofa', count: 2 }]],
    ['en soffa nej förresten två', [{ what: 'sofa', count: 2 }]],
    ['a sofa, no wait, two sofas', [{ what: 'sofa', count: 2 }]],
    ['en soffa, nej ett kylskåp', [{ what: 'fridge', count: 1 }]],
    [
      'ett kylskåp och en soffa, nej två soffor',
      [
        { what: 'fridge', count: 1 },
        { what: 'sofa', count: 2 },
      ],
    ],
  ])('counts what is taken back in the same breath once: "%s"', (text, left) => {
    const talk = said(text)
    while (talk.at === 'things.full') talk.say('ja')
    expect(things(talk)).toMatchObject(left as object[])
    expect(things(talk)).toHaveLength((left as object[]).length)
  })

  it('counts anew at "anything more?" what is there already', () => {
    const talk = said('en soffa')
    talk.say('nej, två soffor')
    expect([talk.at, things(talk)]).toEqual(['things.more', [{ what: 'sofa', count: 2 }]])
  })

  const sofaAndChairs = [
    { what: 'sofa', count: 1 },
    { what: 'sofa', count: 2 },
  ]
  it.each<[readonly string[], string, unknown]>([
    [['en soffa och två fåtöljer'], 'ta bort soffan', [sofaAndChairs[1]]],
    [['en soffa och två fåtöljer'], 'ta bort fåtöljerna', [sofaAndChairs[0]]],
    [['en soffa och två fåtöljer'], 'ta bort en fåtölj', [sofaAndChairs[0], { what: 'sofa', count: 1 }]],
    [['en soffa', 'ja, två fåtöljer'], 'ta bort soffan', [sofaAndChairs[1]]],
    [['en soffa och två fåtöljer', 'ett kylskåp', 'ja'], 'ta bort soffan och kylen', [sofaAndChairs[1]]],
    [['två soffor och en soffa'], 'ta bort två soffor', [sofaAndChairs[0]]],
    [['en soffa och två fåtöljer'], 'inte soffan utan en frys', [{ what: 'fridge' }, sofaAndChairs[1]]],
  ])('takes of several of a kind the one that is meant: %s, "%s"', (texts, text, left) => {
    const talk = said(...texts)
    expect(talk.at).toBe('things.more')
    talk.say(text)
    expect(things(talk)).toMatchObject(left as object[])
    expect(things(talk)).toHaveLength((left as object[]).length)
  })

  it.each<[readonly string[], string]>([
    [['två soffor och en soffa'], 'ta bort soffan'],
    [['en soffa och två fåtöljer', 'ta bort fåtöljerna', 'två fåtöljer'], 'ta bort soffan'],
  ])('asks which of several of a kind is meant: %s, "%s"', (texts, text) => {
    const talk = said(...texts)
    const before = things(talk)
    talk.say(text)
    expect([talk.at, things(talk)]).toEqual(['things', before])
    expect(asked(talk)).toContain('3 × Soffa eller fåtölj')
  })

  it('takes one of several away, and asks again when nothing is left', () => {
    const talk = said('tre soffor', 'nej')
    talk.say('ta bort en soffa')
    expect(things(talk)).toEqual([{ what: 'sofa', count: 2 }])
    talk.say('ta bort soffan')
    expect([talk.at, things(talk), talk.answers['things.more']]).toEqual(['things', undefined, undefined])
  })

  it('shows the list when it is opened again, with a button to remove each thing', () => {
    const talk = said('två soffor', 'en frys', 'ja', 'nej', '0701234567')
    talk.say('ändra saker')
    expect(talk.at).toBe('things')
    expect(asked(talk)).toContain('2 × Soffa eller fåtölj, Kyl eller frys (Ja)')
    const { stop } = talk.walked
    const choices = stop.kind === 'asks' ? stop.step.choices : []
    expect(choices.map(({ label }) => label.byKey.get('sv'))).toEqual([
      'Ta bort 2 × Soffa eller fåtölj',
      'Ta bort Kyl eller frys (Ja)',
      'Det är klart så',
    ])
    const [first] = choices
    const old = { name: 'answer:things', value: first?.code ?? '' }
    talk.tap(old)
    expect([talk.at, names(talk)]).toEqual(['send', ['fridge']])
    talk.tap(old)
    expect([talk.at, names(talk)]).toEqual(['send', ['fridge']])
    talk.say('ändra saker')
    talk.say('klart')
    expect(talk.at).toBe('send')
    talk.say('ändra saker')
    talk.say('en soffa')
    expect([talk.at, names(talk)]).toEqual(['send', ['fridge', 'sofa']])
  })

  it('is done with a list that was opened again when what comes behind it is answered', () => {
    const talk = said('en soffa', 'nej')
    talk.move(goBack(talk.dialog, talk.frame, environment))
    expect([talk.at, asked(talk)]).toEqual(['things', expect.stringContaining('Här är det')])
    talk.say('070-123 45 67')
    expect([talk.at, talk.answers['phone']]).toEqual(['send', '+46701234567'])
    talk.say('ändra saker')
    talk.say('nej, numret är 070-999 99 99')
    expect([talk.at, talk.answers['phone']]).toEqual(['things', '+46709999999'])
  })

  it('leaves other answers alone, and changes nothing that has been sent', () => {
    const talk = filled()
    talk.say('nej, numret är 0709999999')
    expect([talk.answers['phone'], names(talk)]).toEqual(['+46709999999', ['sofa', 'sofa', 'fridge']])
    talk.say('ja')
    expect([talk.at, talk.did]).toEqual([
      'ended done',
      [expect.stringContaining('"things":[{"what":"sofa","count":1}') as string],
    ])
    talk.say('ta bort soffan')
    expect(names(talk)).toHaveLength(3)
  })

  it('goes back one answer at a time', () => {
    const talk = said('en soffa', 'ett kylskåp', 'nej')
    const back = () => talk.move(goBack(talk.dialog, talk.frame, environment))
    const seen = [0, 1, 2, 3, 4].map(() => (back(), talk.at))
    expect(seen).toEqual(['things.full', 'things.what', 'things.more', 'things', 'place'])
  })
})

it('is tapped and, by SMS, chosen by number', () => {
  const talk = talkOf()
  talk.tap({ name: 'answer:things', value: 'sofa' })
  talk.tap({ name: 'answer:things', value: 'sofa' })
  expect([talk.at, things(talk)]).toEqual(['things.more', [{ what: 'sofa' }]])
  talk.tap({ name: 'answer:things.more', value: 'yes' })
  talk.tap({ name: 'answer:things.what', value: 'fridge' })
  talk.tap({ name: 'answer:things.full', value: 'no' })
  talk.tap({ name: 'answer:things.more', value: 'no' })
  expect([talk.at, things(talk)]).toEqual(['phone', [{ what: 'sofa' }, { what: 'fridge', full: false }]])

  const sms = talkOf(listDialog(), bySms)
  for (const text of ['1', '1', '2', '2', '2']) sms.say(text)
  expect([sms.at, things(sms)]).toEqual(['phone', [{ what: 'sofa' }, { what: 'fridge', full: false }]])
})

it.each([
  ['en soffa och en soffa', '2 × Soffa eller fåtölj'],
  ['två soffor, en soffa och en soffa', '4 × Soffa eller fåtölj'],
  ['en soffa och en frys', 'Soffa eller fåtölj, Kyl eller frys (Nej)'],
])('the same said twice is shown as so many: %s', (text, shown) => {
  const talk = talkOf(listDialog())
  for (const said of [text, 'nej', 'nej', '0701234567']) talk.say(said)
  const { progress } = traceWalk(talk.dialog, talk.frame, environment)
  expect(summaryOf(progress)[1]?.value).toBe(shown)
})

it('is shown in the summary in the language of the talk, and known by its columns', () => {
  const talk = talkOf(listDialog(), inEnglish)
  talk.say('two sofas and a fridge')
  talk.say('yes')
  talk.say('no')
  talk.say('0701234567')
  const { progress } = traceWalk(talk.dialog, talk.frame, inEnglish)
  expect(summaryOf(progress)[1]?.value).toBe('2 × Sofa or armchair, Fridge or freezer (Yes)')
  const known = walk(talk.dialog, talk.frame, inEnglish).values()
  expect(known['things.what']).toEqual(['sofa', 'fridge'])
  expect(known['things.count']).toEqual([2, 1])
})

it.each([
  ['things.what contains fridge', true],
  ['things.what contains other', false],
  ['things.what in (other, sofa)', true],
  ['size(things) > 1', true],
  ['size(things) > 2', false],
  ['things given and not (things.count contains 5)', true],
])('answers the condition %s', (condition, holds) => {
  const dialog = listDialog(source.replace('if: things.what contains fridge', `if: ${condition}`))
  const talk = talkOf(dialog)
  for (const text of ['soffa och kylskåp', 'ja', 'nej']) talk.say(text)
  expect(talk.said.includes('Kylen måste vara tömd.')).toBe(holds)
})

describe('rules', () => {
  const ruled = listDialog(
    source.replace(
      '    more: Något',
      '    must: size(things) < 3\n    else: Högst två saker åt gången.\n    more: Något',
    ),
    english.replace('  things.more', '  things.must: Two at most.\n  things.more'),
  )
  it('keeps the list it had when a new one breaks a rule of the whole', () => {
    const talk = talkOf(ruled)
    talk.say('en soffa och en fåtölj')
    talk.say('en frys')
    expect(talk.said).toContain('Högst två saker åt gången.')
    expect([talk.at, things(talk)]).toEqual([
      'things.more',
      [
        { what: 'sofa', count: 1 },
        { what: 'sofa', count: 1 },
      ],
    ])
  })
})

it('takes names in any words, several at a time', () => {
  const dialog = listDialog(
    source
      .replace(/ {8}choices:\n(?: {10}.*\n)+/, '')
      .replace(/ {8}must: what.*\n {8}else.*\n/, '')
      .replace(/ {8}only if: what is (fridge|other)\n/g, '')
      .replace('if: things.what contains fridge', 'if: things.what contains kyl')
      .replace(
        '        question: Är den tömd?\n        type: yes/no\n',
        '        question: Är den tömd?\n        type: yes/no\n        default: no\n',
      ),
    english.replace(/choices:\n.*\n/, '').replace(/ {2}things.what.must.*\n/, ''),
  )
  const talk = talkOf(dialog)
  talk.say('två byråar och en lampa')
  expect(things(talk)).toEqual([
    { what: 'byråar', count: 2 },
    { what: 'lampa', count: 1 },
  ])
  for (const text of ['hoppa över', 'hoppa över', 'ta bort lampan']) talk.say(text)
  expect([talk.at, things(talk)]).toEqual(['things.more', [{ what: 'byråar', count: 2 }]])
})

it('keeps the items that still fit a new version of the file', () => {
  const talk = said('två soffor', 'ett kylskåp', 'ja', 'en säng', 'hoppa över', 'nej')
  const after = listDialog(
    source.replace(/ {6}- ask: full\n(?: {8}.*\n)+/, '').replace(/ {10}sofa: .*\n/, ''),
    english.replace(/ {2}things.full.*\n/, '').replace('sofa: Sofa or armchair | sofa, ', ''),
  )
  expect(after.shapeHash).not.toBe(talk.dialog.shapeHash)
  const { frame, dropped } = adoptVersion(after, talk.frame)
  expect(dropped).toEqual(['things'])
  expect(frame.answers['things']?.value).toEqual([
    { what: 'fridge', count: 1 },
    { what: 'other', count: 1 },
  ])
  expect(frame.answers['things.more']?.value).toBe(false)
  const same = adoptVersion({ ...talk.dialog, shapeHash: 'other' }, talk.frame)
  expect([same.dropped, same.frame.skipped]).toEqual([[], ['things.2.note']])
})

describe('parts of an answer that name nothing to choose from', () => {
  const leftOutOf = (text: string) =>
    said(text).said.flatMap((one) => /inte med: (.*)\./.exec(one)?.[1] ?? [])

  it.each([
    ['en soffa, en säng och tre säckar trädgårdsavfall', 'tre säckar trädgårdsavfall'],
    ['cykel, en soffa, och en gammal dator!', 'cykel, en gammal dator'],
    ['a bike and a sofa', 'a bike'],
    ['en soffa & fyra bildäck', 'fyra bildäck'],
  ])('of "%s" are told', (text, told) => expect(leftOutOf(text)).toEqual([told]))

  it.each([
    'hej, en soffa, tack så mycket',
    'en soffa, två stolar och det var allt',
    'en soffa, jag ställer ut den på kvällen',
    'en soffa, mitt nummer är 070-123 45 67',
    'en soffa, till Nygatan 3',
    'två gamla soffor och ett kylskåp, ja tack',
  ])('are not all that stands in "%s"', (text) => expect(leftOutOf(text)).toEqual([]))

  it('are told when the list is added to', () => {
    const talk = said('en soffa', 'ja, en säng och en spis')
    expect(talk.said.join()).toContain('inte med: en spis')
    expect(things(talk)).toMatchObject([{ what: 'sofa' }, { what: 'other' }])
  })

  it('are told beside what is refused', () => {
    const talk = said('en soffa, 9 kylskåp och en spis')
    expect(talk.said.join()).toMatch(/tal mellan 1 och 5.*inte med: en spis/)
  })

  it('are no more than that when nothing is named', () => {
    const talk = talkOf()
    expect(talk.say('en spis, tre säckar jord')).toBe('not-understood')
    expect(talk.said.join()).not.toContain('inte med')
  })
})
