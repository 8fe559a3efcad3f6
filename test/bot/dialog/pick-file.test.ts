// A question with `from` as staff write it: read, checked at its exact place, translated, tested.
import { broken, compileWith, sound } from './sound-dialog'

const actions = `${sound['actions.yaml']}key_shops:
  effect: read
  takes: [place, note?]
  gives: { shops: list }
  fails: [closed]
two_lists:
  effect: read
  takes: []
  gives: { one: list, two: list }
  fails: []
relatives:
  effect: read
  takes: []
  gives: { clients: list }
  fails: []
`
const question = `  - ask: shop
    question: I vilken butik?
    from: key_shops
    with: { place: place }
    show: 4
    sms: { show: 2 }
    if none: { handoff: Ingen butik har öppet. }
`
const english = { shop: 'Which shop?', none: 'No shop is open.' }

/** The sound dialog with a question for a shop, `change`d. */
function compiled(change: readonly [piece: string, by: string] = ['', ''], translation = '') {
  const [piece, by] = change
  if (!question.includes(piece)) throw new Error(`"${piece}" is not in the question`)
  const asked = question.replace(piece, () => by)
  const dialog = broken('nyckel.yaml', '  - confirm: send\n', `${asked}  - confirm: send\n`)
    .replace('labels: { kind: Slag,', 'labels: { shop: Butik, kind: Slag,')
    .replace('      order_key: [', '      key_shops: [Torget, Hamnen]\n      order_key: [')
  const texts = `  shop: ${english.shop}\n${translation === '' ? `  shop.none: ${english.none}\n` : translation}`
  return compileWith({
    'actions.yaml': actions,
    'nyckel.yaml': dialog,
    'nyckel.en.yaml': `${sound['nyckel.en.yaml'].replace('labels: { kind: Kind,', 'labels: { shop: Shop, kind: Kind,')}${texts}`,
  })
}

it('is read with all that belongs to it', () => {
  const { findings, dialogs } = compiled()
  expect(findings).toEqual([])
  const dialog = dialogs.get('nyckel')
  expect(dialog?.asks.get('shop')).toMatchObject({
    types: ['pick'],
    pick: {
      from: { kind: 'action', action: 'key_shops', gives: 'shops', with: [{ name: 'place' }] },
      show: { web: 4, sms: 2 },
      ifNone: [
        {
          kind: 'handoff',
          id: 'shop.none',
          text: {
            byKey: new Map([
              ['sv', 'Ingen butik har öppet.'],
              ['en', english.none],
            ]),
          },
        },
      ],
    },
  })
  expect(dialog?.tests[0]?.given.get('key_shops')).toEqual([{ shops: ['Torget', 'Hamnen'] }])
})
it('may have its type written', () => {
  expect(compiled(['    show: 4\n', '    type: pick\n']).findings).toEqual([])
})
it.each<[string, readonly [string, string], string]>([
  ['D010', ['from: key_shops', 'from: key_shop'], 'no action that reads a list, and no list'],
  ['D011', ['with: { place: place }', 'with: { plats: place }'], 'nothing that "key_shops" takes'],
  ['D011', ['    with: { place: place }\n', ''], '"key_shops" needs "place"'],
  [
    'D012',
    [
      'from: key_shops\n    with: { place: place }',
      'from: order_key\n    with: { kind: kind, count: count }',
    ],
    'changes things, and cannot be read',
  ],
  [
    'D012',
    ['from: key_shops\n    with: { place: place }', 'from: find_key\n    with: { place: place }'],
    'must give exactly one list',
  ],
  ['D012', ['from: key_shops\n    with: { place: place }', 'from: two_lists'], 'must give exactly one list'],
  ['D012', ['from: key_shops\n    with: { place: place }', 'from: days'], 'is no list to choose from'],
  ['D031', ['    if none: { handoff: Ingen butik har öppet. }\n', ''], 'gives nothing to choose from?'],
  ['D005', ['show: 4', 'show: många'], 'is no count from 1 to 9'],
  ['D005', ['sms: { show: 2 }', 'sms: { show: 0 }'], 'is no count from 1 to 9'],
  ['D005', ['    show: 4\n', '    type: text\n'], 'always has the type pick'],
  [
    'D005',
    ['    from: key_shops\n    with: { place: place }\n', '    type: text\n'],
    'belongs to a question with "from"',
  ],
  [
    'D005',
    [
      '    from: key_shops\n    with: { place: place }\n    show: 4\n    sms: { show: 2 }\n    if none: { handoff: Ingen butik har öppet. }\n',
      '    type: pick\n',
    ],
    '"from" is missing',
  ],
  ['D042', ['with: { place: place }', 'with: { place: note }'], '"note" may be missing here'],
  ['D001', ['show: 4', 'shw: 4'], 'nothing that can stand in a "ask"'],
])('%s at its place: %j', (code, change, says) => {
  const found = compiled(change).findings.find((one) => one.code === code && one.message.en.includes(says))
  expect(found?.message.en).toContain(says)
  expect(found?.message.sv).not.toBe('')
  expect(found?.place.file).toBe('nyckel.yaml')
  const line = found?.place.line ?? 0
  const start = sound['nyckel.yaml'].split('\n').findIndex((one) => one.includes('- confirm: send')) + 1
  expect(line).toBeGreaterThanOrEqual(start)
  expect(line).toBeLessThan(start + 8)
})
it('mends a misspelt action', () => {
  const found = compiled(['from: key_shops', 'from: key_shop']).findings.find(({ code }) => code === 'D010')
  expect(found?.fix?.text).toBe('key_shops')
})
it('lacks nothing when it fails in ways that are written, or when `if none` stands for them', () => {
  const both = ['if none: {', 'if fails: { closed: { handoff: Stängt. } }\n    if none: {'] as const
  expect(compiled(both).findings.map(({ code }) => code)).toEqual(['T020'])
  const one = [
    'if none: { handoff: Ingen butik har öppet. }',
    'if fails: { closed: { handoff: Stängt. } }',
  ] as const
  expect(compiled(one).findings.map(({ code }) => code)).toContain('D031')
})
it('tells a translation that is missing', () =>
  expect(
    compiled(undefined, '  # ingen\n').findings.map(({ code, message }) => `${code} ${message.en}`),
  ).toEqual(['T020 "shop.none" is not translated to "en"']))
it('takes the list of an earlier action, and nothing with it', () => {
  const list = `  - do: relatives\n    if fails: { handoff: Fel. }\n`
  const change = (by: string) =>
    compileWith({
      'actions.yaml': actions,
      'nyckel.yaml': broken(
        'nyckel.yaml',
        '  - confirm: send\n',
        `${list}  - ask: client\n    question: Vem?\n    from: clients\n${by}  - confirm: send\n`,
      ).replace('labels: {', 'labels: { client: Vem,'),
    })
  const { findings, dialogs } = change('')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(dialogs.get('nyckel')?.asks.get('client')?.pick?.from).toMatchObject({
    kind: 'result',
    name: 'clients',
  })
  expect(change('    with: { place: place }\n').findings.map(({ message }) => message.en)).toContain(
    '"with" belongs to an action, and "clients" is none',
  )
})
it('gives a test one result after another', () => {
  const { dialogs } = compiled()
  const given = (written: string) =>
    compileWith({
      'actions.yaml': actions,
      'nyckel.yaml': broken('nyckel.yaml', '  - confirm: send\n', `${question}  - confirm: send\n`)
        .replace('labels: {', 'labels: { shop: Butik,')
        .replace('      order_key: [', `      key_shops: ${written}\n      order_key: [`),
    })
      .dialogs.get('nyckel')
      ?.tests[0]?.given.get('key_shops')
  expect(dialogs.size).toBe(1)
  expect(given('[[Torget], [Hamnen, Torget]]')).toEqual([
    { shops: ['Torget'] },
    { shops: ['Hamnen', 'Torget'] },
  ])
  expect(given('[{ id: a, label: Torget }]')).toEqual([{ shops: [{ id: 'a', label: 'Torget' }] }])
  expect(given('[fails closed, [Torget]]')).toEqual([{ fails: 'closed' }, { shops: ['Torget'] }])
  expect(given('fails closed')).toEqual([{ fails: 'closed' }])
  expect(given('{ shops: [Torget] }')).toEqual([{ shops: ['Torget'] }])
  expect(given('[]')).toEqual([{ shops: [] }])
})
