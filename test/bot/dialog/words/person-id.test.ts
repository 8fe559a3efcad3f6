// `type: person-id`: asked for only where dialog and city allow it, and never shown or kept whole beside its value.
import { readPersonId } from '../../../../bot/dialog/words/person-id'
import { ask, confirm, dialogOf } from '../dialog-builder'
import { compileWith, sound } from '../sound-dialog'
import { Talk } from '../talk'

const today = '2026-12-02'

describe('a typed number', () => {
  it.each([
    ['19900101-1239', '199001011239'],
    ['199001011239', '199001011239'],
    ['19900101 1239', '199001011239'],
    ['900101-1239', '199001011239'],
    ['9001011239', '199001011239'],
    ['mitt personnummer är 900101-1239, tack', '199001011239'],
    // Over a hundred years old; the same digits with a minus are a person of this century.
    ['121212+1212', '191212121212'],
    ['121212-1212', '201212121212'],
    // A coordination number: the day with 60 added.
    ['701063-2391', '197010632391'],
    ['900101-1238', 'bad'],
    ['901301-1239', 'bad'],
    ['900101-1239 eller 121212-1212', 'bad'],
    ['199001011239199', 'bad'],
    ['vet inte', undefined],
  ])('%s', (text, value) => {
    const read = readPersonId(text, today)
    expect(typeof read === 'object' ? read.value : read).toBe(value)
  })
  it('of somebody not born yet is none', () => expect(readPersonId('20901212-1212', today)).toBe('bad'))
})

describe('talking', () => {
  const dialog = dialogOf([ask('pnr', { type: 'person-id' }), ask('note'), confirm()], {
    labels: { pnr: 'Personnummer', note: 'Text' },
  })
  it('keeps the value alone, and shows it masked', () => {
    const talk = new Talk(dialog)
    talk.say('mitt nummer är 900101-1239')
    expect(talk.frame.answers['pnr']).toMatchObject({ value: '199001011239', raw: '' })
    talk.say('Min text')
    const { stop } = talk.walked
    expect(stop.kind === 'confirms' && stop.summary[0]).toEqual({
      name: 'pnr',
      label: 'Personnummer',
      value: '19900101-****',
    })
  })
  it('tells how it is written', () => {
    const talk = new Talk(dialog)
    expect(talk.say('900101-1238')).toBe('refused')
    expect(talk.said).toEqual(['[question.bad-person-id]'])
  })
})

describe('reading', () => {
  const source = (allows: string) => `dialog: anstalld
title: Anställning
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
${allows}
start: [Jag vill lämna mitt personnummer, här är mitt personnummer, personnummer till anställning]
labels: { pnr: Personnummer }
steps:
  - ask: pnr
    question: Vilket personnummer har du?
    type: person-id
    keep: 90 days
  - confirm: send
    question: Stämmer det?
  - end: done
tests:
  - test: Ja
    chat: [user: personnummer till anställning, asks: pnr]
`
  const english = `translates: anstalld
language: en
title: Employment
start: [I want to leave my number, here is my number, number for employment]
labels: { pnr: Number }
texts: { pnr: Which number do you have?, send: Is it right? }
`
  const listed = (id: string) =>
    sound['city.yaml'].replace('person id dialogs: []', `person id dialogs: [${id}]`)
  const told = (allows: string, city: string = sound['city.yaml']) =>
    compileWith({
      'anstalld.yaml': source(allows),
      'anstalld.en.yaml': english,
      'city.yaml': city,
    }).findings.map(
      ({ code, place, message }) => `${place.line}:${place.column} ${code} ${message.sv} / ${message.en}`,
    )
  const refused =
    '11:11 D036 den här dialogen får inte fråga efter personnummer / this dialog may not ask for a personal identity number'

  it('lets the dialog ask that both allow', () =>
    expect(told('allows: person-id', listed('anstalld'))).toEqual([]))
  it('refuses one that only its own file allows', () => expect(told('allows: person-id')).toEqual([refused]))
  it('refuses one that only the city allows', () =>
    expect(told('interrupt: all', listed('anstalld'))).toEqual([refused]))
  it('refuses to allow anything else', () =>
    expect(told('allows: personid', listed('anstalld'))[0]).toBe(
      '5:9 D005 "personid" är inget som kan tillåtas / "personid" is nothing that can be allowed',
    ))
  it('tells of a dialog in city.yaml that is none', () =>
    expect(told('allows: person-id', listed('anstalld, borta')).join()).toContain(
      'D010 "borta" är ingen dialog',
    ))
})
