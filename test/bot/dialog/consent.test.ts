// `type: consent`: what counts as one, what it is kept with, and how it is taken back.
import { compileWith } from './sound-dialog'
import { city, environment } from './dialog-builder'
import { readConsent } from '../../../bot/dialog/answers/read-consent'
import { Talk } from './talk'

const source = `dialog: anhorig
title: Följ besök
owner: aldreomsorg
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [Jag är anhörig och vill följa besök, har hemtjänsten varit hos mamma, meddela mig om besök]
labels: { consent: Samtycke, name: Namn }
steps:
  - ask: consent
    question: Får jag spara ditt nummer i 12 månader?
    type: consent
    purpose: anhorig-besok
    keep: 12 months
  - if: consent is no
    then:
      - say: Då sparar jag inget.
        id: declined
      - end: declined
  - ask: name
    question: Vem gäller det?
    keep: 12 months
  - ask: more
    question: Något mer?
  - confirm: send
    question: Ska jag skicka {name} {more}?
  - end: done
tests:
  - test: Ja
    chat: [user: jag är anhörig och vill följa besök, asks: consent, user: nej, says: declined]
`
const english = `translates: anhorig
language: en
title: Follow visits
start: [I am a relative and want to follow visits, has home care visited, tell me about visits]
labels: { consent: Consent, name: Name }
texts:
  consent: May I keep your number for 12 months?
  declined: Then I save nothing.
  name: Who is it about?
  more: Anything else?
  send: Shall I send {name} {more}?
`
const compile = (by: Readonly<Record<string, string>> = {}) => {
  const changed = Object.entries(by).reduce((text, [piece, instead]) => {
    if (!text.includes(piece)) throw new Error(`no ${piece}`)
    return text.replace(piece, instead)
  }, source)
  return compileWith({ 'anhorig.yaml': changed, 'anhorig.en.yaml': english })
}
const dialogOf = (compiled = compile()) => compiled.dialogs.get('anhorig')!
const told = (by: Readonly<Record<string, string>>) =>
  compile(by).findings.map(
    ({ code, place, message }) => `${place.line}:${place.column} ${code} ${message.sv} / ${message.en}`,
  )

describe('reading', () => {
  it('finds nothing wrong with a whole consent', () => expect(told({})).toEqual([]))
  it.each([
    ['    purpose: anhorig-besok\n', '', '8:5 D005 "purpose" saknas / "purpose" is missing'],
    ['    keep: 12 months\n', '', '8:5 D005 "keep" saknas / "keep" is missing'],
    [
      'type: consent',
      'type: yes/no',
      '11:5 D005 "purpose" hör till typen consent / "purpose" belongs to the type consent',
    ],
    [
      'type: consent',
      'type: consent or phone',
      '10:11 D005 ett samtycke kan inte vara ett svar av annat slag också / a consent cannot be an answer of another type too',
    ],
    [
      'keep: 12 months',
      'keep: 12 months\n    optional: true',
      '13:5 D005 "optional" kan inte stå vid ett samtycke: det ges fritt, med ja eller nej / "optional" cannot stand with a consent: it is given freely, by a yes or a no',
    ],
    [
      'keep: 12 months',
      'keep: 12 months\n    default: yes',
      '13:5 D005 "default" kan inte stå vid ett samtycke: det ges fritt, med ja eller nej / "default" cannot stand with a consent: it is given freely, by a yes or a no',
    ],
  ])('%j → %j', (piece, instead, finding) => expect(told({ [piece]: instead })).toContain(finding))
  it('compares a consent with yes and no only', () =>
    expect(told({ 'if: consent is no': 'if: consent is maybe' })[0]).toContain('D040'))
})

describe('an answer', () => {
  it.each([
    ['ja', true],
    ['Ja tack, det går bra', true],
    ['jag samtycker', true],
    ['I agree', true],
    ['nej', false],
    ['nej tack, inte mobilnumret', false],
    ['jag samtycker inte', false],
    ['jag tar tillbaka mitt samtycke', false],
    ['ja men spara inte numret', undefined],
    ['ja, vem får se det?', undefined],
    ['kanske', undefined],
    ['hur länge sparas det?', undefined],
  ])('%s', (text, answer) => expect(readConsent(text, city)).toBe(answer))
})

describe('talking', () => {
  const shown = {
    text: 'Får jag spara ditt nummer i 12 månader?',
    language: 'sv',
    version: dialogOf().textHash,
  }
  it('keeps the text that was shown with the answer', () => {
    const talk = new Talk(dialogOf())
    talk.say('ja')
    expect(talk.at).toBe('name')
    expect(talk.frame.answers['consent']).toMatchObject({ value: true, shown })
  })
  it('keeps it in the language it was shown in', () => {
    const talk = new Talk(dialogOf(), undefined, { ...environment, language: 'en' })
    talk.say('I agree')
    expect(talk.frame.answers['consent']?.shown).toMatchObject({
      text: 'May I keep your number for 12 months?',
      language: 'en',
    })
  })
  it('takes a no as an answer', () => {
    const talk = new Talk(dialogOf())
    expect(talk.say('nej')).toBe('moved')
    expect(talk.said).toEqual(['Då sparar jag inget.'])
    expect(talk.at).toBe('ended declined')
  })
  it('cannot be passed over', () => {
    const talk = new Talk(dialogOf())
    expect(talk.say('hoppa över')).toBe('refused')
    expect(talk.at).toBe('consent')
  })
  it.each(['jag tar tillbaka mitt samtycke', 'Jag vill dra tillbaka samtycket', 'withdraw my consent'])(
    'is taken back by "%s", also where any words are an answer',
    (text) => {
      const talk = new Talk(dialogOf())
      talk.say('ja')
      expect(talk.say(text)).toBe('moved')
      expect(talk.frame.answers['consent']).toMatchObject({ value: false, shown })
      expect(talk.at).toBe('ended declined')
    },
  )
  it('is taken back at a confirmation, which is void then', () => {
    const talk = new Talk(dialogOf())
    for (const text of ['ja', 'Britt', 'inget']) talk.say(text)
    expect(talk.at).toBe('send')
    talk.say('jag återkallar mitt samtycke')
    expect(talk.at).toBe('ended declined')
  })
  it('is given by a button only while it is asked for', () => {
    const talk = new Talk(dialogOf())
    const yes = { name: 'answer:consent', value: 'yes' }
    expect(talk.tap(yes)).toBe('moved')
    expect(talk.at).toBe('name')
    talk.tap({ name: 'answer:consent', value: 'no' })
    expect(talk.at).toBe('ended declined')
    talk.tap(yes)
    expect(talk.at).toBe('ended declined')
  })
})
