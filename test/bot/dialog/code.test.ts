// `type: code`: a one-time code shows that a phone is the resident's, and its digits are kept nowhere.
import { environment } from './dialog-builder'
import { compileWith } from './sound-dialog'
import { Talk } from './talk'

const source = `dialog: kod
title: Kontroll av nummer
owner: kontaktcenter
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [Jag vill kontrollera mitt nummer, kontrollera nummer tack, är det här mitt nummer]
labels: { phone: Mobil }
steps:
  - ask: phone
    question: Vilket nummer har du?
    type: phone
    keep: 90 days
  - ask: code
    question: Vilken kod fick du på {phone}?
    type: code
    to: phone
    if fails:
      - say: Det blev fel för många gånger.
        id: too_many
      - end: failed
  - ask: name
    question: Vad heter du?
    keep: 90 days
  - confirm: send
    question: Ska jag skicka {name}?
  - end: done
tests:
  - test: Rätt kod
    chat: [user: jag vill kontrollera mitt nummer, asks: phone]
`
const english = `translates: kod
language: en
title: Check a number
start: [I want to check my number, check my number please, is this my number]
labels: { phone: Mobile }
texts:
  phone: Which number do you have?
  code: Which code did you get on {phone}?
  too_many: It was wrong too many times.
  name: What is your name?
  send: Shall I send {name}?
`
const compile = (by: Readonly<Record<string, string>> = {}) => {
  const changed = Object.entries(by).reduce((text, [piece, instead]) => {
    if (!text.includes(piece)) throw new Error(`no ${piece}`)
    return text.replace(piece, instead)
  }, source)
  return compileWith({ 'kod.yaml': changed, 'kod.en.yaml': english })
}
const told = (by: Readonly<Record<string, string>>) =>
  compile(by).findings.map(
    ({ code, place, message }) => `${place.line}:${place.column} ${code} ${message.sv} / ${message.en}`,
  )
const failing =
  '    if fails:\n      - say: Det blev fel för många gånger.\n        id: too_many\n      - end: failed\n'

describe('reading', () => {
  it('finds nothing wrong with a whole question for a code', () => expect(told({})).toEqual([]))
  it.each([
    ['    to: phone\n', '', '12:5 D005 "to" saknas / "to" is missing'],
    [
      'to: phone',
      'to: fone',
      '15:9 D040 "fone" är inget svar av typen phone / "fone" is no answer of the type phone',
    ],
    [
      'to: phone',
      'to: name',
      '15:9 D040 "name" är inget svar av typen phone / "name" is no answer of the type phone',
    ],
    [failing, '', '12:10 D031 vad händer om "code" inte lyckas? / what happens when "code" fails?'],
    ['type: code', 'type: number', '15:5 D005 "to" hör till typen code / "to" belongs to the type code'],
    [
      'type: code',
      'type: code\n    optional: true',
      '15:5 D005 "optional" kan inte stå vid en kod / "optional" cannot stand with a code',
    ],
    [
      'type: code',
      'type: code or number',
      '14:11 D005 en kod kan inte vara ett svar av annat slag också / a code cannot be an answer of another type too',
    ],
  ])('%j → %j', (piece, instead, finding) => expect(told({ [piece]: instead })).toContain(finding))
  it('tells when the number is asked for later', () =>
    expect(
      told({
        '  - ask: phone\n    question: Vilket nummer har du?\n    type: phone\n    keep: 90 days\n': '',
        '  - confirm: send': '  - ask: phone\n    question: Nummer?\n    type: phone\n  - confirm: send',
      }).filter((finding) => finding.includes('D042'))[0],
    ).toContain('"phone" may be missing here'))
})

const atCode = () => {
  const talk = new Talk(compile().dialogs.get('kod')!)
  talk.say('070-123 45 67')
  return talk
}
const later = (talk: Talk, minutes: number) => {
  talk.environment = { ...environment, now: new Date(environment.now.getTime() + minutes * 60_000) }
}

describe('talking', () => {
  it('sends one code, and goes on when it is given', () => {
    const talk = atCode()
    expect(talk.at).toBe('code')
    talk.go()
    expect(talk.codes).toEqual(['111111 to +46701234567'])
    expect(talk.say('Koden är 111 111')).toBe('moved')
    expect(talk.at).toBe('name')
    expect(talk.frame.answers['code']).toMatchObject({ value: '+46701234567', raw: '' })
  })
  it('keeps its digits nowhere', () => {
    const talk = atCode()
    talk.say('222222')
    talk.say('111111')
    expect(JSON.stringify(talk.frame)).not.toMatch(/111111|222222|111 111/)
  })
  it('tells how many tries are left, and then goes the way of "if fails"', () => {
    const talk = atCode()
    talk.say('999999')
    talk.say('888888')
    expect(talk.said).toEqual(['[code.wrong]', '[code.wrong]'])
    expect(talk.at).toBe('code')
    talk.say('777777')
    expect(talk.said.at(-1)).toBe('Det blev fel för många gånger.')
    expect(talk.at).toBe('ended failed')
    talk.say('111111')
    expect(talk.at).toBe('ended failed')
  })
  it('does not count what is no code', () => {
    const talk = atCode()
    for (const text of ['1234', 'vilken kod då', '0']) talk.say(text)
    expect(talk.frame.codes?.['code']?.wrong).toBe(0)
    talk.say('111111')
    expect(talk.at).toBe('name')
  })
  it('sends a new one at most three times', () => {
    const talk = atCode()
    for (const text of ['ny kod', 'jag fick ingen kod', 'send a new code', 'ny kod']) talk.say(text)
    expect(talk.codes).toHaveLength(4)
    expect(talk.said.at(-1)).toBe('[code.no-more]')
    talk.say('111111')
    expect(talk.said.at(-1)).toBe('[code.wrong]')
    talk.say('444444')
    expect(talk.at).toBe('name')
  })
  it('sends a new one by its button, and only while it is asked for', () => {
    const talk = atCode()
    expect(talk.tap({ name: 'answer:code', value: 'new' })).toBe('moved')
    expect(talk.codes).toHaveLength(2)
    talk.say('222222')
    talk.tap({ name: 'answer:code', value: 'new' })
    expect(talk.codes).toHaveLength(2)
    expect(talk.at).toBe('name')
  })
  it('sends a new one when the old one has expired', () => {
    const talk = atCode()
    later(talk, 9)
    talk.go()
    later(talk, 10)
    talk.say('111111')
    expect(talk.said).toEqual(['[code.expired]'])
    expect(talk.codes).toEqual(['111111 to +46701234567', '222222 to +46701234567'])
    talk.say('222222')
    expect(talk.at).toBe('name')
  })
  it('fails when it has expired and no other may follow', () => {
    const talk = atCode()
    for (let times = 0; times < 3; times += 1) talk.say('ny kod')
    later(talk, 11)
    talk.say('444444')
    expect(talk.at).toBe('ended failed')
  })
  it('asks for another code when the number is another', () => {
    const talk = atCode()
    talk.say('111111')
    talk.say('nej, mobilnumret är 070-999 88 77')
    talk.answer({ phone: '+46709998877' })
    expect(talk.at).toBe('code')
    expect(talk.codes).toEqual(['111111 to +46701234567', '222222 to +46709998877'])
    talk.answer({ phone: '+46701234567' })
    expect(talk.at).toBe('name')
  })
  it('corrects a mistyped number while the code is asked for', () => {
    const talk = atCode()
    talk.say('nej, numret är 070-999 88 77')
    expect(talk.at).toBe('code')
    expect(talk.codes.at(-1)).toBe('222222 to +46709998877')
  })
  it('is not gone back to: the question before it is', () => {
    const talk = atCode()
    talk.say('111111')
    talk.say('Anna')
    expect(talk.at).toBe('send')
    talk.say('ändra mobil')
    talk.say('070-123 45 67')
    expect(talk.at).toBe('send')
    expect(talk.codes).toHaveLength(1)
  })
  it('takes no code from a tapped button, a sentence or another message', () => {
    const talk = atCode()
    talk.tap({ name: 'answer:code', value: '111111' })
    talk.tap({ name: 'answer:code', value: '+46701234567' })
    expect(talk.at).toBe('code')
    expect(talk.frame.answers['code']).toBeUndefined()
  })
})
