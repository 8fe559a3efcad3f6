// Sends a text and says below it how far it has come; one that failed can be sent again, as the same text.
import { postSms, type Sms } from './server'
import type { Bubble } from './thread'

export interface SendingDeeds {
  /** Null is silence. */
  readonly showReply: (reply: string | null) => Promise<void>
  readonly note: (words: string) => void
  /** A text is tried again, and the button for it goes away. */
  readonly triedAgain: () => void
}

const isSame = 'Det första svaret tappades. Det andra är likadant, tecken för tecken.'
const isOther = 'Det första svaret tappades. Det andra är inte likadant.'

export function createSending({ showReply, note, triedAgain }: SendingDeeds) {
  const fail = (bubble: Bubble, why: string, retry: () => Promise<void>): void => {
    bubble.fail(why, () => {
      triedAgain()
      void retry()
    })
  }
  async function send(sms: Sms, bubble: Bubble): Promise<void> {
    bubble.say('Skickar …')
    const posted = await postSms(sms)
    if (posted.kind === 'failed') {
      fail(bubble, posted.why, () => send(sms, bubble))
      return
    }
    bubble.say('Skickat')
    await showReply(posted.reply)
  }
  /** As when the net loses a reply: the gateway sends the text once more and must get the same. */
  async function sendTwice(sms: Sms, bubble: Bubble): Promise<void> {
    bubble.say('Skickar två gånger …')
    const lost = await postSms(sms)
    const posted = lost.kind === 'failed' ? lost : await postSms(sms)
    if (lost.kind === 'failed' || posted.kind === 'failed') {
      fail(bubble, posted.kind === 'failed' ? posted.why : '', () => sendTwice(sms, bubble))
      return
    }
    bubble.say('Skickat två gånger')
    await showReply(posted.reply)
    note(lost.bytes === posted.bytes ? isSame : isOther)
  }
  return { send, sendTwice }
}
