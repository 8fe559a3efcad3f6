// What one number and the city write to each other. A phone that gets another number begins another talk.
import { createSending } from './sending'
import { priceOf, unaskedTexts, type Sms } from './server'
import { nothingYet, renderPrice, sum, type Tally } from './tally'
import { createThread } from './thread'

export interface Talk {
  readonly node: HTMLElement
  readonly tally: () => Tally
  readonly write: (text: string) => void
  /** Sends twice and loses the first reply. An empty text is the last one; false when there is none. */
  readonly loseReply: (text: string) => boolean
  /** Shows what came unasked; false when the server is away. */
  readonly look: () => Promise<boolean>
}

export interface TalkDeeds {
  readonly tallied: () => void
  readonly triedAgain: () => void
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')

const clockTime = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' })

export function createTalk(from: string, { tallied, triedAgain }: TalkDeeds): Talk {
  const thread = createThread(`Sms till och från ${from}`)
  let tally = nothingYet
  let seen = 0
  let last: Sms | undefined

  async function show(text: string, before = ''): Promise<void> {
    const bubble = thread.reply(text)
    bubble.say(before)
    const price = await priceOf(text)
    if (price === undefined) return
    bubble.say(`${before}${renderPrice(price)}`)
    tally = sum(tally, price)
    tallied()
  }
  const { send, sendTwice } = createSending({
    async showReply(reply) {
      if (reply === null) thread.note('(inget svar)')
      else await show(reply)
    },
    note: thread.note,
    triedAgain,
  })
  const newSms = (text: string): Sms => {
    last = { id: newId(), from, text }
    return last
  }
  return {
    node: thread.node,
    tally: () => tally,
    write: (text) => void send(newSms(text), thread.own(text)),
    loseReply(text) {
      const sms = text === '' ? last : newSms(text)
      if (sms !== undefined) void sendTwice(sms, thread.own(sms.text))
      return sms !== undefined
    },
    async look() {
      const texts = await unaskedTexts(from, seen)
      for (const { n, at, text } of texts ?? []) {
        seen = n
        await show(text, `Kom ${clockTime.format(new Date(at))}. `)
      }
      return texts !== undefined
    },
  }
}
