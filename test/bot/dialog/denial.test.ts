// "Det var inte i går": what is said not to be so is taken back, and is never taken for a yes to it.
import { findDenial, findSwap } from '../../../bot/dialog/words/find-denial'
import { act, ask, confirm, dialogOf, end } from './dialog-builder'
import { talkOf as listTalk } from './list-dialog'
import { Talk } from './talk'

const hire = dialogOf(
  [
    ask('bin', { choices: { waste: 'Restavfall', food: 'Matavfall', paper: 'Papper' } }),
    ask('day', { type: 'date' }),
    ask('extras', { type: 'choices', choices: { power: 'El', water: 'Vatten', buoy: 'Boj' } }),
    ask('where'),
    ask('reply', { type: 'yes/no' }),
    ask('contact', { type: 'phone or email', optional: true }),
    confirm('send'),
    act('write', 'create_case', { category: 'bin' }, ['case_number']),
    end(),
  ],
  {
    labels: {
      bin: 'Kärl',
      day: 'Dag',
      extras: 'Tillval',
      where: 'Lokal',
      reply: 'Vill ha svar',
      contact: 'Kontakt',
    },
  },
)

const given = {
  bin: 'waste',
  day: '2026-12-24',
  extras: ['power', 'water'],
  where: 'badhuset i förrgår',
  reply: true,
  contact: '+46701234567',
}
const atConfirmation = () => {
  const talk = new Talk(hire)
  talk.answer(given)
  expect(talk.at).toBe('send')
  return talk
}

describe('an answer that is denied', () => {
  it.each([
    ['det var inte restavfall', 'bin'],
    ['nej, inte restavfall', 'bin'],
    ['restavfall ska inte med', 'bin'],
    ['it was not restavfall', 'bin'],
    ['det var inte den 24 december', 'day'],
  ])('is asked for again: %s', (text, name) => {
    const talk = atConfirmation()
    talk.say(text)
    expect(talk.at).toBe(name)
  })

  it.each<[string, Record<string, unknown>]>([
    ['jag vill inte ha vatten', { extras: ['power'] }],
    ['utan vatten', { extras: ['power'] }],
    ['vi behöver inte el', { extras: ['water'] }],
    ["I don't want vatten", { extras: ['power'] }],
  ])('is taken out of several: %s', (text, changed) => {
    const talk = atConfirmation()
    talk.say(text)
    expect(talk.answers).toEqual({ ...given, ...changed })
    expect(talk.at).toBe('send')
  })

  it.each(['jag vill inte ha en boj', 'det var inte matavfall', 'inte i dag'])(
    'changes nothing where it was never given: %s',
    (text) => {
      const talk = atConfirmation()
      talk.say(text)
      expect([talk.answers, talk.at]).toEqual([given, 'send'])
    },
  )

  it('is no answer to the question that asks for it', () => {
    const talk = new Talk(hire)
    talk.say('inte restavfall')
    expect([talk.answers, talk.at]).toEqual([{}, 'bin'])
    talk.say('matavfall')
    expect(talk.answers).toEqual({ bin: 'food' })
  })

  it('may be the question itself', () => {
    const talk = atConfirmation()
    talk.say('nej jag vill inte ha svar')
    expect(talk.answers).toEqual({ ...given, reply: false })
    talk.say('jag vill inte lämna telefon')
    expect(talk.answers).toEqual({ ...given, reply: false, contact: undefined })
  })
})

describe('the right thing with the wrong one behind it', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nej vänta det var biblioteket inte badhuset', { where: 'biblioteket i förrgår' }],
    ['det var matavfall, inte restavfall', { bin: 'food' }],
    ['matavfall och inte restavfall', { bin: 'food' }],
    ['den 23 december, inte den 24 december', { day: '2026-12-23' }],
  ])('changes the answer that was given: %s', (text, changed) => {
    const talk = atConfirmation()
    talk.say(text)
    expect(talk.answers).toEqual({ ...given, ...changed })
  })

  it('is heard where what is denied was never given', () => {
    const talk = atConfirmation()
    talk.say('papper, inte matavfall')
    expect(talk.answers).toEqual({ ...given, bin: 'paper' })
  })
})

describe('an item that is denied', () => {
  const withItems = (items: string) => {
    const talk = listTalk()
    for (const text of [items, 'nej tack']) talk.say(text)
    if (talk.at === 'things.full') talk.say('ja')
    if (talk.at === 'things.more') talk.say('nej tack')
    return talk
  }

  it.each([
    'frysen ska inte med',
    'jag vill inte ha frysen hämtad',
    'utan frysen',
    'inte frysen',
    'jag ska inte ha frysen',
    "I don't want frysen collected",
  ])('goes when it is in the list, and is never added: %s', (text) => {
    const both = withItems('en soffa och ett kylskåp')
    both.say(text)
    expect(both.answers['things']).toEqual([{ what: 'sofa', count: 1 }])
    const one = withItems('en soffa')
    one.say(text)
    expect(one.answers['things']).toEqual([{ what: 'sofa', count: 1 }])
    expect(one.said.at(-1)).toBe('Det är inte med i listan.')
  })
})

describe('the shapes', () => {
  it.each([
    ['det var inte i går', 'i går'],
    ['inte soffan längre', 'soffan'],
    ['soffan ska inte hämtas', 'soffan'],
    ['den stod inte framme', undefined],
    ['inte soffan utan kylen', undefined],
    ['', undefined],
  ])('%s', (text, denied) => expect(findDenial(text)).toBe(denied))

  it('find both sides of a swap', () => {
    expect(findSwap('det var A, inte B')).toEqual({ text: 'A', denied: 'B' })
    expect(findSwap('inte B')).toBeUndefined()
  })
})
