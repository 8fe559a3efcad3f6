// `call`: a shared dialog's steps in the place of the call, with names of their own, in every language.
import type { CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { replaceCalls } from '../../../bot/dialog/model/replace-calls'
import { environment } from './dialog-builder'
import { compileWith } from './sound-dialog'
import { Talk, type Desk } from './talk'

const shared = `dialog: verify_phone
title: Kontrollera mobilnummer
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
values:
  long: code > 999
steps:
  - ask: phone
    question: Vilket mobilnummer har du?
    type: phone
    keep: 90 days
  - do: send_code
    with: { phone: phone }
    if fails: { handoff: "Koden kunde inte skickas till {phone}." }
  - ask: code
    question: Vilken kod fick du på {phone}?
    type: number
  - do: check_code
    with: { phone: phone, code: code }
    if fails:
      wrong_code:
        - say: Koden stämde inte.
          id: wrong
        - forget: code
      else: { handoff: Koden kunde inte kontrolleras. }
  - if: long
    then:
      - say: Lång kod.
        id: long_text
  - if: state is blocked
    then:
      - end: blocked
  - end: done
`
const sharedEn = `translates: verify_phone
language: en
title: Check a mobile number
texts:
  phone: Which is your mobile number?
  send_code.fails: The code could not be sent to {phone}.
  code: Which code did you get on {phone}?
  wrong: The code was wrong.
  check_code.fails: The code could not be checked.
  long_text: Long code.
`
const actions = `send_code: { effect: read, takes: [phone], gives: { sent: yes/no } }
check_code: { effect: read, takes: [phone, code], gives: { state: [ok, blocked] }, fails: [wrong_code] }
order_key: { effect: write, takes: [phone, kind], gives: { order_number: text } }
find_key: { effect: read, takes: [place], gives: { days: number } }
`
const caller = `dialog: nyckel
title: Beställ nyckel
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [Jag vill beställa en nyckel, kan jag få en ny nyckel, nyckeln är borta]
labels: { kind: Slag, phone: Mobil }
steps:
  - call: verify_phone
    gives: [phone]
    if fails:
      blocked:
        - say: Numret {phone} är spärrat.
          id: stopped
        - end: stopped
  - ask: kind
    question: Vilken nyckel gäller det?
    choices: { door: Dörrnyckel, mail: Postnyckel }
  - confirm: send
    question: Ska jag beställa, och ringa {phone}?
  - do: order_key
    with: { phone: phone, kind: kind }
    if fails: { handoff: Det gick inte. }
  - say: Klart, {phone}. Numret är {order_number}.
    id: thanks
  - end: done
tests:
  - test: Med kontrollerat nummer
    given: { verify_phone: { phone: "0701234567" }, order_key: { order_number: N-1 } }
    chat: [user: jag vill beställa en nyckel, asks: kind, user: dörrnyckel, user: postnyckel, asks: send]
`
const callerEn = `translates: nyckel
language: en
title: Order a key
start: [I want to order a key, can I get a key, the key is gone]
labels: { kind: Kind, phone: Mobile }
choices: { kind: { door: Door key, mail: Mail key } }
texts:
  stopped: The number {phone} is blocked.
  kind: Which key is it?
  send: Shall I order, and call {phone}?
  order_key.fails: It did not work.
  thanks: Done, {phone}. The number is {order_number}.
`
const files = {
  'actions.yaml': actions,
  'nyckel.yaml': caller,
  'nyckel.en.yaml': callerEn,
  'verify_phone.yaml': shared,
  'verify_phone.en.yaml': sharedEn,
}
const compile = (changed: Readonly<Record<string, string>> = {}): CompiledDialogs =>
  compileWith({ ...files, ...changed })
const dialogOf = (compiled = compile(), id = 'nyckel') => {
  const dialog = compiled.dialogs.get(id)
  if (dialog === undefined) throw new Error(`no ${id}: ${told(compiled).join('; ')}`)
  return dialog
}
const told = ({ findings }: CompiledDialogs) =>
  findings.map(
    ({ code, place, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.en}`,
  )

const desk: Desk = (name, { code }) => {
  if (name === 'check_code' && code === 1) return { kind: 'failed', failure: 'wrong_code' }
  if (name === 'check_code') return { kind: 'done', gives: { state: code === 2 ? 'blocked' : 'ok' } }
  return { kind: 'done', gives: { order_number: 'N-1', sent: true } }
}

describe('talking', () => {
  it('asks what the called dialog asks, and goes on with what it gives', () => {
    const talk = new Talk(dialogOf(), desk)
    expect(talk.at).toBe('verify_phone.phone')
    talk.say('070-123 45 67')
    expect(talk.at).toBe('verify_phone.code')
    talk.say('4711')
    expect(talk.said).toEqual(['Lång kod.'])
    expect(talk.at).toBe('kind')
    talk.say('dörrnyckel')
    const { stop } = talk.walked
    expect(stop.kind === 'confirms' && stop.summary).toEqual([
      { name: 'kind', label: 'Slag', value: 'Dörrnyckel' },
      { name: 'phone', label: 'Mobil', value: '070-123 45 67' },
    ])
    talk.confirm()
    expect(talk.at).toBe('ended done')
    expect(talk.did).toEqual([
      'send_code {"phone":"+46701234567"}',
      'check_code {"phone":"+46701234567","code":4711}',
      'order_key {"phone":"+46701234567","kind":"door"}',
    ])
    expect(talk.said.at(-1)).toBe('Klart, 070-123 45 67. Numret är N-1.')
  })
  it('says what the called dialog says in the language of the talk, with its own answers in it', () => {
    const talk = new Talk(dialogOf(), desk, { ...environment, language: 'en' })
    talk.say('070-123 45 67')
    const { stop } = talk.walked
    expect(stop.kind === 'asks' && stop.question.text.byKey.get('en')).toBe(
      'Which code did you get on {phone}?',
    )
    expect(stop.kind === 'asks' && stop.question.values).toMatchObject({ phone: '070-123 45 67' })
    talk.say('1')
    expect(talk.said).toEqual(['The code was wrong.'])
  })
  it('forgets inside it, and asks again', () => {
    const talk = new Talk(dialogOf(), desk)
    talk.say('070-123 45 67')
    talk.say('1')
    expect(talk.at).toBe('verify_phone.code')
    expect(talk.answers).toEqual({ 'verify_phone.phone': '+46701234567' })
  })
  it('takes another end than done for a failure of that name', () => {
    const talk = new Talk(dialogOf(), desk)
    talk.say('070-123 45 67')
    talk.say('2')
    expect(talk.at).toBe('ended stopped')
  })
  it('hands the whole talk over when the called dialog does', () => {
    const talk = new Talk(dialogOf(), (name, inputs) =>
      name === 'send_code' ? { kind: 'failed', failure: 'unavailable' } : desk(name, inputs),
    )
    talk.say('070-123 45 67')
    expect(talk.walked.stop).toMatchObject({
      kind: 'hands-off',
      reason: { id: 'verify_phone.send_code.fails', values: { phone: '070-123 45 67' } },
    })
  })
  it('takes a correction of an answer inside it, by the label it has outside', () => {
    const talk = new Talk(dialogOf(), desk)
    talk.say('070-123 45 67')
    talk.say('4711')
    expect(talk.say('ändra mobil till 070-999 88 77')).toBe('moved')
    expect(talk.did.filter((one) => one.startsWith('send_code'))).toHaveLength(2)
    expect(talk.answers['verify_phone.phone']).toBe('+46709998877')
  })
  it('goes back into it', () => {
    const talk = new Talk(dialogOf(), desk)
    talk.say('070-123 45 67')
    talk.say('4711')
    talk.frame = { ...talk.frame, open: 'verify_phone.code' }
    talk.go()
    expect(talk.at).toBe('verify_phone.code')
  })
  it('keeps a question open that is reopened behind it', () => {
    const talk = new Talk(dialogOf(), desk)
    talk.say('070-123 45 67')
    talk.say('4711')
    talk.say('dörrnyckel')
    talk.frame = { ...talk.frame, open: 'kind' }
    talk.go()
    expect(talk.at).toBe('kind')
  })
  it('calls through a dialog in between, each with its own names', () => {
    const between = `dialog: identify
title: Vem är du
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
steps:
  - call: verify_phone
    gives: { mobil: phone }
    if fails: { handoff: Numret är spärrat. }
  - end: done
`
    const compiled = compile({
      'identify.yaml': between,
      'nyckel.yaml': caller
        .replace('call: verify_phone', 'call: identify')
        .replace('gives: [phone]', 'gives: { phone: mobil }')
        .replace(/ {4}if fails:\n {6}blocked:\n(.*\n){3}/, '')
        .replace('verify_phone: { phone', 'identify: { mobil'),
      'nyckel.en.yaml': callerEn.replace(/ {2}stopped.*\n/, ''),
    })
    expect(told(compiled).filter((line) => !line.includes(' T0'))).toEqual([])
    const talk = new Talk(dialogOf(compiled), desk)
    expect(talk.at).toBe('identify.verify_phone.phone')
    talk.say('070-123 45 67')
    talk.say('4711')
    talk.say('dörrnyckel')
    const { stop } = talk.walked
    expect(stop.kind === 'confirms' && stop.summary[1]?.value).toBe('070-123 45 67')
  })
})

it('calls a dialog with a list in it', () => {
  const things = `dialog: things
title: Saker
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
steps:
  - ask: items
    question: Vad gäller det?
    more: Något mer?
    max: 3
    each:
      - ask: what
        question: Vad är det för sak?
        choices: { sofa: Soffa, fridge: Kylskåp }
      - ask: count
        question: Hur många?
        type: number
  - if: items.what contains fridge
    then:
      - say: Kylskåp är tunga.
        id: heavy
  - end: done
`
  const compiled = compile({
    'things.yaml': things,
    'nyckel.yaml': caller.replace('  - ask: kind', '  - call: things\n    gives: [items]\n  - ask: kind'),
  })
  expect(told(compiled).filter((line) => line.includes(' D'))).toEqual([])
  const talk = new Talk(dialogOf(compiled), desk)
  for (const text of ['070-123 45 67', '4711', 'kylskåp', '2']) talk.say(text)
  expect(talk.at).toBe('things.items.more')
  talk.say('nej')
  expect(talk.said).toContain('Kylskåp är tunga.')
  expect(talk.at).toBe('kind')
  expect(talk.answers['things.items']).toEqual([{ what: 'fridge', count: 2 }])
})

describe('compiling', () => {
  it('finds nothing wrong with a shared dialog that is called', () => expect(told(compile())).toEqual([]))
  it('notices in the caller that the called dialog changed', () => {
    const changed = compile({
      'verify_phone.yaml': shared.replace('type: number', 'type: number\n    range: 1..9999'),
    })
    expect(dialogOf(changed).shapeHash).not.toBe(dialogOf().shapeHash)
    const reworded = compile({ 'verify_phone.yaml': shared.replace('Lång kod.', 'En lång kod.') })
    expect(dialogOf(reworded).shapeHash).toBe(dialogOf().shapeHash)
    expect(dialogOf(reworded).textHash).not.toBe(dialogOf().textHash)
  })
  it('leaves a caller out whose called dialog is faulty, and keeps others', () => {
    const compiled = compile({ 'verify_phone.yaml': shared.replace('type: number', 'type: numbr') })
    expect([...compiled.dialogs.keys()]).toEqual([])
  })
})

describe('faults', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a dialog that is none',
      { 'nyckel.yaml': caller.replace('call: verify_phone', 'call: verify_fone') },
      'nyckel.yaml:8:11 D010 "verify_fone" is no dialog',
    ],
    [
      'a name it does not have',
      { 'nyckel.yaml': caller.replace('gives: [phone]', 'gives: [fone]') },
      'nyckel.yaml:9:13 D012 "fone" is nothing that "verify_phone" gives',
    ],
    [
      'a failure it does not have',
      { 'nyckel.yaml': caller.replace('      blocked:', '      blokked:') },
      'nyckel.yaml:11:7 D001 "blokked" is nothing that can stand among the failures of "verify_phone"',
    ],
    [
      'a failure without words',
      { 'nyckel.yaml': caller.replace(/ {4}if fails:\n {6}blocked:\n(.*\n){3}/, '') },
      'nyckel.yaml:8:11 D031 what happens when "verify_phone" fails?',
    ],
    [
      'a ring',
      { 'verify_phone.yaml': shared.replace('  - ask: phone', '  - call: nyckel\n  - ask: phone') },
      'nyckel.yaml:8:11 D022 "verify_phone" calls "nyckel" in its turn, so the talk goes round',
    ],
    [
      'the other side of a ring',
      { 'verify_phone.yaml': shared.replace('  - ask: phone', '  - call: nyckel\n  - ask: phone') },
      'verify_phone.yaml:8:11 D022 "nyckel" calls "verify_phone" in its turn, so the talk goes round',
    ],
    [
      'a shared dialog that nobody calls',
      { 'other.yaml': shared.replace('verify_phone', 'other') },
      'other.yaml:1:9 D044 the dialog has no start phrases, and nobody calls it',
    ],
    [
      'a wrong result in a test',
      { 'nyckel.yaml': caller.replace('{ phone: "0701234567" }', 'fails bloked') },
      'nyckel.yaml:28:28 D012 "fails bloked" is no result',
    ],
  ])('%s', (_, changed, line) => {
    expect(told(compile(changed))).toContainEqual(expect.stringContaining(line))
  })
  it('calls four deep', () => {
    const link = (id: string, to: string) => `dialog: ${id}
title: Dialog ${id}
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
steps:
  - call: ${to}
    if fails: { handoff: Det gick inte att fortsätta. }
  - end: done
`
    const lines = told(
      compile({ 'a.yaml': link('a', 'b'), 'b.yaml': link('b', 'c'), 'c.yaml': link('c', 'verify_phone') }),
    )
    expect(lines.filter((line) => line.includes('D022'))).toEqual([])
    const deeper = told(
      compile({
        'a.yaml': link('a', 'b'),
        'b.yaml': link('b', 'c'),
        'c.yaml': link('c', 'verify_phone'),
        'nyckel.yaml': caller.replace('call: verify_phone', 'call: a').replace('gives: [phone]', 'gives: []'),
      }),
    )
    expect(deeper).toContainEqual(expect.stringContaining('nyckel.yaml:8:11 D022 the calls go deeper than 3'))
  })
})

describe('in a conversation test', () => {
  const given = (
    result: Parameters<typeof replaceCalls>[1] extends ReadonlyMap<string, readonly (infer R)[]> ? R : never,
  ) => replaceCalls(dialogOf(), new Map([['verify_phone', [result]]]))
  it('is one result', () => {
    const replaced = given({ phone: '0701234567' })
    expect(replaced.given.get('verify_phone')).toEqual([{ 'verify_phone.phone': '0701234567' }])
    const talk = new Talk(replaced.dialog, () => ({
      kind: 'done',
      gives: { 'verify_phone.phone': '0701234567' },
    }))
    expect(talk.at).toBe('kind')
    expect(talk.did).toEqual(['verify_phone {}'])
  })
  it('is one failure', () => {
    const { dialog } = given({ fails: 'blocked' })
    const talk = new Talk(dialog, () => ({ kind: 'failed', failure: 'blocked' }))
    expect(talk.at).toBe('ended stopped')
  })
})
