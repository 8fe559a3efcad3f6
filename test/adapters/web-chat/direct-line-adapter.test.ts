// What a Bot Framework bot may expect of the web chat's adapter.
import type { TurnContext } from 'botbuilder-core'
import type { Activity } from 'botframework-schema'
import { DirectLineAdapter } from '../../../adapters/web-chat/direct-line-adapter'
import { inboundMessageKey } from '../../../bot/contracts/bot'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../../bot/contracts/talk/message'

const city = () => ({
  name: 'Storstad',
  phone: '0123',
  openingHours: () => ({ week: '', now: '' }),
  languages: ['sv'],
  fileRefusal: (why: string, language: string) => `${language}: ${why}`,
  erased: () => '',
  maxTextLength: 1_000,
})
const message: InboundMessage = {
  id: toMessageId('m1'),
  conversationId: toConversationId('web:abc'),
  channel: 'web',
  receivedAt: '2026-11-24T02:30:00.000Z',
  content: { kind: 'text', text: 'hej' },
}
const runWith = (run: (context: TurnContext) => Promise<unknown>) =>
  new DirectLineAdapter({ run: (context) => run(context).then(() => undefined), city }).process({
    message,
    sequence: 3,
    user: 'dl_x',
  })
const committed = (replyId: string): Partial<Activity> => ({
  type: 'message',
  text: 'svar',
  channelData: { dygnet: { replyId } },
})

describe('a turn', () => {
  it('finds the kept message, a locale and its place in the conversation', async () => {
    let seen: unknown[] = []
    await runWith((context) => {
      seen = [context.turnState.get(inboundMessageKey), context.locale, context.activity.id]
      return Promise.resolve()
    })
    expect(seen).toEqual([message, 'sv', 'web:abc|0000003'])
  })

  it('gets one id for each activity it sends, in order', async () => {
    let ids: (string | undefined)[] = []
    await runWith(async (context) => {
      const sent = await context.sendActivities([committed('m1/1'), { type: 'typing' }, committed('m1/2')])
      ids = sent.map((each) => each.id)
    })
    expect(ids).toEqual(['m1/1', expect.stringMatching(/^[\da-f-]{36}$/), 'm1/2'])
  })

  it('cannot say what has not been committed, for nobody would see it', async () => {
    await expect(runWith((context) => context.sendActivity('fritt ord'))).rejects.toThrow(
      'not a committed reply',
    )
  })

  it('cannot change or take back what has been said', async () => {
    await expect(runWith((context) => context.updateActivity(committed('m1/1')))).rejects.toThrow(
      'does not change',
    )
    await expect(runWith((context) => context.deleteActivity('x'))).rejects.toThrow('does not take back')
  })

  it('passes through middleware', async () => {
    const order: string[] = []
    const run = () => Promise.resolve(void order.push('bot'))
    const adapter = new DirectLineAdapter({ run, city }).use(async (_context, next) => {
      order.push('before')
      await next()
      order.push('after')
    })
    await adapter.process({ message, sequence: 3, user: 'dl_x' })
    expect(order).toEqual(['before', 'bot', 'after'])
  })

  it('can be continued later from its reference', async () => {
    const adapter = new DirectLineAdapter({ run: () => Promise.resolve(), city })
    let continued: Partial<Activity> = {}
    await adapter.continueConversation(
      {
        channelId: 'directline',
        conversation: { id: 'web:abc' } as never,
        serviceUrl: 'urn:dygnet:web-chat',
      },
      (context) => {
        continued = { ...context.activity, text: context.locale ?? '' }
        return Promise.resolve()
      },
    )
    expect(continued).toMatchObject({
      type: 'event',
      name: 'continueConversation',
      conversation: { id: 'web:abc' },
      text: 'sv',
    })
  })
})
