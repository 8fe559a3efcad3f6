// The runner of conversation tests: it must pass what is true and name the first line that is not.
import { residentText, runChatTest } from '../../../../bot/dialog/model/chat-test'
import type { ObservedTurn } from '../../../../bot/dialog/model/chat-test'
import type { ChatLine, DialogTest } from '../../../../bot/dialog/model/dialog-test'

type Line = ChatLine extends infer Each ? (Each extends ChatLine ? Omit<Each, 'place'> : never) : never

const testOf = (...lines: readonly Line[]): DialogTest => ({
  name: 'test',
  channel: 'web',
  namesChannel: true,
  language: 'sv',
  given: new Map(),
  chat: lines.map((line, index) => ({
    ...line,
    place: { file: 'a.yaml', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
  })),
  place: { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
})

const quiet: ObservedTurn = { said: [], did: [], answers: {}, replies: [] }
const run = (turn: Partial<ObservedTurn>, ...lines: readonly Line[]) =>
  runChatTest(testOf({ kind: 'user', text: 'hej' }, ...lines), () => Promise.resolve({ ...quiet, ...turn }))

describe('passes', () => {
  it.each<[Partial<ObservedTurn>, Line]>([
    [{ asked: 'place' }, { kind: 'asks', name: 'place' }],
    [{ said: [{ id: 'call112' }] }, { kind: 'says', text: 'call112' }],
    [{ replies: ['Ditt ärende har nummer F-1.'] }, { kind: 'says', text: 'F-1' }],
    [{ said: [{ id: 'place.must', text: 'utanför kommunen' }] }, { kind: 'says', text: 'utanför' }],
    [{ did: ['read', 'write'] }, { kind: 'does', action: 'write' }],
    [{ ended: 'done' }, { kind: 'ends', status: 'done' }],
    [
      { ended: 'done', asked: 'other' },
      { kind: 'ends', status: 'done' },
    ],
    [
      { answers: { urgent: false, n: 1.5, place: 'Storgatan 21' } },
      { kind: 'expect', values: { urgent: 'no', n: '1,5', place: 'storgatan 21' } },
    ],
    [{ answers: { urgent: true } }, { kind: 'expect', values: { urgent: 'ja' } }],
    [{ asked: 'items.more' }, { kind: 'asks', name: 'items.more' }],
    [
      { answers: { 'items.what': ['sofa', 'bed'] } },
      { kind: 'expect', values: { 'items.what': ['sofa', 'bed'] } },
    ],
    [
      { answers: { items: [{ what: 'sofa', count: 2 }, { what: 'bed' }] } },
      { kind: 'expect', values: { items: [{ count: '2' }, 'bed'] } },
    ],
  ])('%j with %j', async (turn, line) => expect(await run(turn, line)).toMatchObject({ kind: 'passed' }))
  it('a test that says things in turn, each line held against the latest message', async () => {
    const turns: ObservedTurn[] = [
      { ...quiet, asked: 'a' },
      { ...quiet, asked: 'b' },
    ]
    const heard: string[] = []
    const test = testOf(
      { kind: 'user', text: 'ett' },
      { kind: 'asks', name: 'a' },
      { kind: 'user', text: 'två' },
      { kind: 'asks', name: 'b' },
    )
    const result = await runChatTest(test, (line) => {
      heard.push(residentText(line))
      return Promise.resolve(turns.shift() ?? quiet)
    })
    expect(result.kind).toBe('passed')
    expect(heard).toEqual(['ett', 'två'])
  })
})

describe('fails, in words of staff', () => {
  it.each<[Partial<ObservedTurn>, Line, string]>([
    [
      { asked: 'danger' },
      { kind: 'asks', name: 'place' },
      'Boten skulle fråga "place", men frågan var "danger".',
    ],
    [
      { ended: 'done' },
      { kind: 'asks', name: 'place' },
      'Boten skulle fråga "place", men den slutade med "done".',
    ],
    [{}, { kind: 'asks', name: 'place' }, 'Boten skulle fråga "place", men ingen fråga ställdes.'],
    [{ replies: ['Hej'] }, { kind: 'says', text: 'F-1' }, 'Boten sa aldrig "F-1".'],
    [{}, { kind: 'does', action: 'book' }, '"book" skulle göras, men inget mer gjordes.'],
    [
      { did: ['read'] },
      { kind: 'does', action: 'book' },
      '"book" skulle göras, men det som gjordes var "read".',
    ],
    [
      { asked: 'a' },
      { kind: 'ends', status: 'done' },
      'Dialogen skulle sluta med "done", men frågan var "a".',
    ],
    [
      { answers: { urgent: true } },
      { kind: 'expect', values: { urgent: 'no' } },
      'urgent skulle vara "no", men är "yes".',
    ],
    [
      { answers: { 'items.what': ['sofa', 'bed'] } },
      { kind: 'expect', values: { 'items.what': ['sofa'] } },
      'items.what skulle vara "sofa", men är "sofa, bed".',
    ],
    [{ answers: {} }, { kind: 'expect', values: { toString: 'x' } }, 'toString skulle vara "x", men saknas.'],
  ])('%j with %j', async (turn, line, sv) =>
    expect(await run(turn, line)).toMatchObject({ kind: 'failed', message: { sv }, place: { line: 2 } }),
  )
  it('when one action is to be done twice and was done once', async () => {
    const does = { kind: 'does', action: 'book' } as const
    expect(await run({ did: ['book'] }, does, does)).toMatchObject({ kind: 'failed', place: { line: 3 } })
    expect(await run({ did: ['book', 'book'] }, does, does)).toMatchObject({ kind: 'passed' })
  })
  it('with the talk so far, and says nothing more', async () => {
    let calls = 0
    const test = testOf(
      { kind: 'user', text: 'hej' },
      { kind: 'asks', name: 'a' },
      { kind: 'user', text: 'mer' },
    )
    const result = await runChatTest(test, () => {
      calls += 1
      return Promise.resolve({ ...quiet, asked: 'b', replies: ['Vad?'] })
    })
    expect(calls).toBe(1)
    expect(result).toMatchObject({
      talk: [
        { author: 'resident', text: 'hej' },
        { author: 'bot', text: 'Vad?' },
      ],
    })
  })
  it('when a test does not begin with the resident', async () => {
    const result = await runChatTest(testOf({ kind: 'asks', name: 'a' }), () => Promise.resolve(quiet))
    expect(result).toMatchObject({
      kind: 'failed',
      message: { en: 'The test must begin with a "user" line.' },
    })
  })
})
