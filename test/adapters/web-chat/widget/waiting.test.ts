// What the widget waits with and for, seen from its parts that need no page: the answer, the outbox's rest, the language's.

// They are checked with the browser's types, which tests do not have: what is used of them is said here.
interface Received {
  readonly type: 'message'
  readonly id?: string
  readonly replyToId?: string
  readonly channelData?: {
    readonly clientActivityID?: string
    readonly dygnet?: { readonly withPerson?: boolean }
  }
}
interface Outgoing {
  readonly id: string
}
interface OwnMessages {
  readonly make: (deed: { readonly type: 'message'; readonly text: string }) => Outgoing
  readonly accepted: (outgoing: Outgoing, activityId: string) => void
  readonly echoed: (activity: Received, history: boolean) => string
  readonly answered: (activity: Received) => void
  readonly isWaiting: () => boolean
  readonly stopWaiting: () => void
}
interface OwnEvents {
  readonly own: (message: { readonly id: string; readonly state: string }) => void
  readonly typing: (isTyping: boolean) => void
  readonly overdue: () => void
}
const { createOwnMessages } = jest.requireActual<{
  readonly createOwnMessages: (language: () => string, events: OwnEvents) => OwnMessages
}>('../../../../adapters/web-chat/widget/line/own-messages')

interface Outbox {
  readonly add: (outgoing: Outgoing) => void
  readonly flush: () => Promise<void>
  readonly stop: () => void
}
const { createOutbox } = jest.requireActual<{
  readonly createOutbox: (memory: unknown, events: unknown) => Outbox
}>('../../../../adapters/web-chat/widget/line/outbox')

const { createLanguageTeller } = jest.requireActual<{
  readonly createLanguageTeller: (tell: (language: string) => void) => {
    readonly chosen: (language: string, before: string) => void
    readonly settle: () => void
  }
}>('../../../../adapters/web-chat/widget/texts/language-teller')

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('the wait for an answer', () => {
  let states: Map<string, string>
  let own: OwnMessages
  beforeEach(() => {
    states = new Map()
    own = createOwnMessages(() => 'sv', {
      own: ({ id, state }) => void states.set(id, state),
      typing: () => undefined,
      overdue: () => undefined,
    })
  })
  const send = (text: string): string => {
    const outgoing = own.make({ type: 'message', text })
    own.accepted(outgoing, `server-${text}`)
    return outgoing.id
  }
  const personSays = (): void => {
    own.answered({ type: 'message', channelData: { dygnet: { withPerson: true } } })
  }

  test('is none while a person has the talk, also for what was written before a reload', () => {
    personSays()
    const written = send('är du där?')
    own.echoed({ type: 'message', id: 'server-0', channelData: { clientActivityID: 'before' } }, true)
    expect(own.isWaiting()).toBe(false)
    jest.advanceTimersByTime(60_000)
    expect([states.get(written), states.get('before')]).toEqual(['sent', 'sent'])
  })

  test('begins again when they have ended it, and in a new conversation', () => {
    personSays()
    own.answered({ type: 'message' })
    send('och nu?')
    expect(own.isWaiting()).toBe(true)
    personSays()
    expect(own.isWaiting()).toBe(false)
    own.stopWaiting()
    send('hej')
    expect(own.isWaiting()).toBe(true)
  })

  test('that took too long is over for all messages, when a reply comes that answers no single one', () => {
    const [one, other] = [send('ett'), send('två')]
    jest.advanceTimersByTime(20_000)
    expect([states.get(one), states.get(other)]).toEqual(['overdue', 'overdue'])
    own.answered({ type: 'message', replyToId: 'server-ett' })
    expect([states.get(one), states.get(other)]).toEqual(['sent', 'overdue'])
    personSays()
    expect(states.get(other)).toBe('sent')
  })
})

describe('the outbox', () => {
  interface Kept {
    readonly queue?: readonly Outgoing[]
  }
  const open = (answers: (object | Promise<object>)[], looks: object[] = []) => {
    let kept: Kept = {}
    const posted: string[] = []
    const looked: string[] = []
    const advised: unknown[] = []
    const silent = () => undefined
    const outbox = createOutbox(
      { get: () => kept, keep: (change: Kept) => (kept = { ...kept, ...change }) },
      {
        ...{ sent: silent, delayed: silent, busy: silent, refused: silent, lost: silent },
        advised: (advice: unknown) => void advised.push(advice),
        look: ({ id }: Outgoing) => {
          looked.push(id)
          return Promise.resolve(looks.shift() ?? { kind: 'ok', value: {} })
        },
        post: ({ id }: Outgoing) => {
          posted.push(id)
          return Promise.resolve(answers.shift() ?? { kind: 'ok', value: {} })
        },
      },
    )
    return { outbox, posted, looked, advised }
  }
  const never = new Promise<object>(() => undefined)
  const advice = { kind: 'ok', value: { advice: 'ring 112' } }

  test('asked to be quiet goes on by itself, also when its timer was stopped meanwhile', async () => {
    const { outbox, posted } = open([{ kind: 'busy', retryAfterMs: 10_000 }])
    outbox.add({ id: 'a' })
    await jest.advanceTimersByTimeAsync(1_000)
    outbox.stop()
    void outbox.flush()
    await jest.advanceTimersByTimeAsync(8_999)
    expect(posted).toEqual(['a'])
    await jest.advanceTimersByTimeAsync(1)
    expect(posted).toEqual(['a', 'a'])
  })

  test.each([
    ['is refused again and again', Array.from({ length: 9 }, () => ({ kind: 'unreachable' }))],
    ['must wait a minute', [{ kind: 'busy', retryAfterMs: 60_000 }]],
    ['is on its way for long, as a picture is', [never]],
    ['has no conversation to go to', [{ kind: 'gone' }, { kind: 'gone' }]],
  ])('has a cry for help answered within a second when what stands before it %s', async (_what, answers) => {
    const { outbox, posted, looked, advised } = open(answers, [{ kind: 'ok', value: {} }, advice])
    outbox.add({ id: 'a' })
    await jest.advanceTimersByTimeAsync(0)
    outbox.add({ id: 'cry' })
    await jest.advanceTimersByTimeAsync(1_000)
    expect([looked, advised]).toEqual([['a', 'cry'], ['ring 112']])
    expect(new Set(posted)).toEqual(new Set(['a']))
    await jest.advanceTimersByTimeAsync(30_000)
    expect([looked, advised]).toEqual([['a', 'cry'], ['ring 112']])
  })

  test('asks nothing of what is accepted at once, and asks again where no answer came', async () => {
    const { outbox, looked, advised } = open(
      [{ kind: 'ok', value: {} }, never],
      [{ kind: 'unreachable' }, advice],
    )
    outbox.add({ id: 'quick' })
    await jest.advanceTimersByTimeAsync(5_000)
    expect(looked).toEqual([])
    outbox.add({ id: 'cry' })
    await jest.advanceTimersByTimeAsync(16_000)
    expect([looked, advised]).toEqual([['cry', 'cry'], ['ring 112']])
  })
})

describe('a choice of language', () => {
  let told: string[]
  let teller: ReturnType<typeof createLanguageTeller>
  beforeEach(() => {
    told = []
    teller = createLanguageTeller((language) => told.push(language))
  })

  test('is told to the bot where it came to rest, and not on the way', () => {
    teller.chosen('en', 'sv')
    jest.advanceTimersByTime(900)
    teller.chosen('ar', 'en')
    jest.advanceTimersByTime(999)
    expect(told).toEqual([])
    jest.advanceTimersByTime(1)
    expect(told).toEqual(['ar'])
  })

  test('is told at once when it is left, and not again afterwards', () => {
    teller.chosen('en', 'sv')
    teller.settle()
    teller.settle()
    jest.advanceTimersByTime(5_000)
    expect(told).toEqual(['en'])
  })

  test('that ends where it began is told to nobody', () => {
    teller.chosen('en', 'sv')
    teller.chosen('sv', 'en')
    jest.advanceTimersByTime(5_000)
    expect(told).toEqual([])
  })
})
