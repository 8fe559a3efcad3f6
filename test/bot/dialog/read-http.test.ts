// What a developer can get wrong in `http:` of actions.yaml, each with its place.
import { compileWith } from './sound-dialog'

const actions = `find_key:
  effect: read
  takes: [place]
  gives: { state: [lost, found], days: number }
  fails: [unknown_place]
  http:
    method: GET
    url: https://api.example.se/keys/{place}
    headers: { Authorization: secret:KEYS }
    timeout: 3s
    retries: 2
    gives: { state: $.state, days: "$.left[0].days" }
    fails: { unknown_place: 404 }
    response: { type: object, required: [state], properties: { state: { enum: [lost, found] } } }
order_key:
  effect: write
  takes: [kind, count, note?, contact?]
  gives: { order_number: text }
  http:
    method: POST
    url: https://api.example.se/orders
    body: { what: { kind: kind, count: count }, note: note, from: "bot" }
    gives: { order_number: $.number }
    outcome: { method: GET, url: "https://api.example.se/orders/{idempotency_key}" }
`
const told = (piece: string, by: string) => {
  expect(actions.split(piece)).toHaveLength(2)
  return compileWith({ 'actions.yaml': actions.replace(piece, () => by) }).findings.map(
    ({ code, place, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.en}`,
  )
}

it('takes a sound declaration', () => {
  const { findings, actions: read } = compileWith({ 'actions.yaml': actions })
  expect(findings).toEqual([])
  expect(read.get('find_key')?.http).toMatchObject({
    timeoutMs: 3_000,
    retries: 2,
    gives: new Map([
      ['state', ['state']],
      ['days', ['left', 0, 'days']],
    ]),
    fails: new Map([['unknown_place', { kind: 'status', status: 404 }]]),
  })
})

it.each<[string, string, string]>([
  ['method: POST', 'method: SEND', 'actions.yaml:20:13 D005 "SEND" is no method'],
  ['    method: POST\n', '', 'actions.yaml:20:5 D005 "method" is missing'],
  [
    'url: https://api.example.se/orders\n',
    'url: ftp://x\n',
    'actions.yaml:21:10 D005 "ftp://x" is no address',
  ],
  [
    'https://api.example.se/keys/{place}',
    'https://{place}/keys',
    'actions.yaml:8:10 D005 "https://{place}/keys" is no address',
  ],
  ['keys/{place}', 'keys/{plaec}', 'actions.yaml:8:39 D011 "plaec" is nothing that the action takes'],
  ['note: note,', 'note: nota,', 'actions.yaml:22:55 D011 "nota" is nothing that the action takes'],
  ['secret:KEYS', 'secret:the keys', 'actions.yaml:9:31 D005 a secret has a name in capitals'],
  [
    'timeout: 3s',
    'timeout: 3 minutes',
    'actions.yaml:10:14 D005 "3 minutes" is no time of at most 20 seconds',
  ],
  [
    '    body: {',
    '    retries: 1\n    body: {',
    'actions.yaml:22:14 D005 a write is not tried again by itself',
  ],
  [
    'days: "$.left[0].days"',
    'days: left.days',
    'actions.yaml:12:36 D005 "left.days" is no place in an answer',
  ],
  [
    'state: $.state, days',
    'stat: $.state, days',
    'actions.yaml:12:14 D012 "stat" is nothing that the action gives',
  ],
  ['{ order_number: $.number }', '{}', 'D012 where "order_number" stands in the answer is not said'],
  ['unknown_place: 404 }', 'unknown: 404 }', 'actions.yaml:13:14 D012 "unknown" is no failure of the action'],
  [
    'unknown_place: 404 }',
    'unknown_place: missing }',
    'actions.yaml:13:29 D005 "missing" cannot be recognised in an answer',
  ],
  ['type: object,', 'type: objekt,', 'actions.yaml:14:17 D005 this is no JSON Schema'],
  [
    'outcome: { method: GET',
    'outcome: { method: POST',
    'actions.yaml:24:24 D005 "outcome" only asks, so its method is GET',
  ],
  [
    '    retries: 2',
    '    retires: 2',
    'actions.yaml:11:5 D001 "retires" is nothing that can stand under "http:"',
  ],
])('%s → %s', (piece, by, line) => {
  expect(told(piece, by)).toContainEqual(expect.stringContaining(line))
})
