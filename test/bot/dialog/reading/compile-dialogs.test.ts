import type { Step } from '../../../../bot/dialog/model/model'
import { formatMessage } from '../../../../bot/dialog/texts/message-text'
import { broken, compileWith, sound } from '../sound-dialog'

const dialogOf = (changed: Readonly<Record<string, string>> = {}) => {
  const compiled = compileWith(changed)
  const dialog = compiled.dialogs.get('nyckel')
  if (dialog === undefined) throw new Error(JSON.stringify(compiled.findings, null, 1))
  return dialog
}
const stepOf = <Kind extends Step['kind']>(kind: Kind, key: string) => {
  const step = dialogOf().steps.find((one) => one.key === key)
  if (step?.kind !== kind) throw new Error(`no ${key}`)
  return step as Step & { readonly kind: Kind }
}

describe('a compiled dialog', () => {
  test('has its head as written', () => {
    expect(dialogOf()).toMatchObject({
      id: 'nyckel',
      file: 'nyckel.yaml',
      owner: 'kultur-fritid',
      valid: { from: '2026-01-01', review: '2027-01-01' },
      sensitive: false,
      interrupt: 'all',
    })
    expect(
      dialogOf({ 'nyckel.yaml': `sensitive: true\ninterrupt: questions\n${sound['nyckel.yaml']}` }),
    ).toMatchObject({
      sensitive: true,
      interrupt: 'questions',
    })
  })

  test('has steps with stable keys', () => {
    expect(dialogOf().steps.map(({ key }) => key)).toEqual([
      ...['ask:place', 'do:find_key', 'ask:kind', 'ask:note', 'ask:count', 'ask:contact', 'if:1'],
      ...['confirm:send', 'do:order_key', 'say:done_text', 'end:2'],
    ])
  })

  test('has start phrases with their marks masked for training', () => {
    expect(dialogOf().start.get('sv')?.[1]).toEqual({
      text: 'nyckeln till Storgatan 12 är borta',
      masked: 'nyckeln till _place_ är borta',
      marks: [{ name: 'place', text: 'Storgatan 12' }],
    })
    expect(dialogOf().start.get('en')).toHaveLength(3)
  })

  test('has questions with types, limits and rules', () => {
    const { asks } = dialogOf()
    expect([...asks.keys()]).toEqual(['place', 'kind', 'note', 'count', 'contact'])
    expect(asks.get('count')).toMatchObject({
      types: ['number'],
      range: { from: 1, to: 5 },
      default: 1,
      optional: false,
    })
    expect(asks.get('note')).toMatchObject({ types: ['text'], length: { from: 5, to: 200 } })
    expect(asks.get('contact')).toMatchObject({ types: ['phone', 'email'], optional: true, keepDays: 90 })
    expect(asks.get('place')?.must).toMatchObject({
      comparison: 'inside',
      left: { kind: 'name', name: 'place' },
    })
    expect(asks.get('note')?.onlyIf).toMatchObject({ right: { kind: 'literal', value: 'other' } })
  })

  test('has choices with words in every language', () => {
    const [door, , other] = dialogOf().asks.get('kind')?.choices ?? []
    expect(door?.code).toBe('door')
    expect(Object.fromEntries(door?.synonyms ?? [])).toEqual({ sv: ['dörr', 'ytterdörr'], en: ['door'] })
    expect(formatMessage(door!.label, 'en', 'web').text).toBe('Door key')
    expect(other?.synonyms.get('sv')).toEqual([])
  })

  test('has texts in every language and for each channel', () => {
    const say = stepOf('if', 'if:1').then[0]
    if (say?.kind !== 'say') throw new Error('no say')
    expect(formatMessage(say.text, 'sv', 'web', { days: 1 }).text).toBe('Det tar 1 dag.')
    expect(formatMessage(say.text, 'sv', 'sms', { days: 2 }).text).toBe('Tar 2 dagar.')
    expect(formatMessage(say.text, 'en', 'sms', { days: 2 }).text).toBe('Takes 2 days.')
    expect(say.variables).toEqual(['days'])
  })

  test('has actions with their inputs and what happens when they fail', () => {
    const find = stepOf('do', 'do:find_key')
    expect(find).toMatchObject({ effect: 'read', gives: ['state', 'days'] })
    expect(find.ifFails.get('unknown_place')?.map(({ kind }) => kind)).toEqual(['say', 'end'])
    expect(find.ifFails.get('else')).toMatchObject([{ kind: 'handoff', id: 'find_key.fails' }])
    const order = stepOf('do', 'do:order_key')
    expect(order.with.map(({ name, expression }) => [name, expression.kind])).toEqual([
      ...[
        ['kind', 'name'],
        ['count', 'name'],
        ['note', 'name'],
        ['contact', 'name'],
      ],
    ])
  })

  test('takes a text in quotes as the text for an action', () => {
    const text = broken('nyckel.yaml', 'note: note, contact', 'note: "Utan notering", contact')
    const order = dialogOf({ 'nyckel.yaml': text }).steps.find(({ key }) => key === 'do:order_key')
    expect(order).toMatchObject({
      with: [{}, {}, { name: 'note', expression: { kind: 'literal', value: 'Utan notering' } }, {}],
    })
  })

  test('has its tests with results of the right types', () => {
    const [first] = dialogOf().tests
    expect(first).toMatchObject({ name: 'En vanlig beställning', channel: 'web', language: 'sv' })
    expect(first?.given.get('find_key')).toEqual([{ state: 'lost', days: 3 }])
    expect(first?.given.get('order_key')).toEqual([{ fails: 'unavailable' }, { order_number: 'N-1' }])
    expect(first?.chat.map(({ kind }) => kind)).toEqual([
      ...['user', 'asks', 'user', 'asks', 'does', 'ends', 'expect'],
    ])
    expect(first?.chat[6]).toMatchObject({ values: { count: '1' } })
  })

  test('reads a word as a choice code first and as an answer second', () => {
    const text = broken('nyckel.yaml', 'count > 2', 'kind is door and note is place')
    const [value] = dialogOf({ 'nyckel.yaml': text }).values
    expect(value?.expression).toMatchObject({
      parts: [{ right: { kind: 'literal', value: 'door' } }, { right: { kind: 'name', name: 'place' } }],
    })
  })
})

describe('the fingerprints', () => {
  const hashes = (piece: string, by: string) => {
    const { shapeHash, textHash } = dialogOf({ 'nyckel.yaml': broken('nyckel.yaml', piece, by) })
    const before = dialogOf()
    return { shape: shapeHash !== before.shapeHash, text: textHash !== before.textHash }
  }

  test.each([
    ['a text', 'Hur många?', 'Hur många vill du ha?', { shape: false, text: true }],
    ['a rule', 'range: 1..5', 'range: 1..6', { shape: true, text: false }],
    ['a condition', 'count > 2', 'count > 3', { shape: true, text: false }],
    ['a synonym', 'dörr, ytterdörr', 'dörr, entrédörr', { shape: false, text: false }],
    ['a start phrase', 'kan jag få en ny nyckel', 'jag behöver en ny nyckel', { shape: false, text: false }],
    ['blank lines and comments', 'steps:\n', '\n# Stegen\nsteps:\n', { shape: false, text: false }],
  ])('%s', (_, piece, by, expected) => {
    expect(hashes(piece, by)).toEqual(expected)
  })

  test('of all files changes with any character', () => {
    const before = compileWith().hash
    expect(compileWith().hash).toBe(before)
    expect(compileWith({ 'nyckel.yaml': `${sound['nyckel.yaml']}# ny\n` }).hash).not.toBe(before)
  })
})

describe('the city', () => {
  const { city, actions } = compileWith()

  test('has hours, departments, words and texts in both languages', () => {
    expect(city).toMatchObject({ name: 'Helsingborg', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'] })
    expect(city?.hours.week[0]).toEqual([{ from: 480, to: 990 }])
    expect(city?.hours.week[6]).toEqual([])
    expect(city?.hours.exceptions.get('2026-12-24')).toEqual([])
    expect(city?.departments.get('avfall')?.hours.week[4]).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 960 },
    ])
    expect(city?.departments.get('stadsbyggnad')?.hours.week[4]).toEqual([])
    expect(city?.commandWords.get('sv')?.get('cancel')).toContain('avbryt')
    expect(city?.keepDays).toMatchObject({ conversation: 21, case: 730 })
    expect(formatMessage(city!.texts.get('failed')!, 'en', 'web', { phone: '1', code: 'X7' }).text).toContain(
      'X7',
    )
  })

  test('says from the first word on that a robot answers, in every language and channel', () => {
    for (const text of city!.texts.get('welcome')!.byKey.values()) expect(text).toMatch(/robot/)
  })

  test('knows which inputs of an action may be left out', () => {
    expect(actions.get('order_key')).toMatchObject({
      takes: ['kind', 'count', 'note', 'contact'],
      optionalTakes: ['note', 'contact'],
    })
    expect(actions.get('find_key')?.givesCodes.get('state')).toEqual(['lost', 'found'])
  })
})

test('two documents of one file are read like two files', () => {
  const both = `${sound['nyckel.yaml']}---\n${sound['nyckel.en.yaml']}`
  const dialog = dialogOf({ 'nyckel.yaml': both, 'nyckel.en.yaml': '' })
  expect(formatMessage(dialog.title, 'en', 'web').text).toBe('Order a key')
})
