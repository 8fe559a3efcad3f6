// One resident's conversation without its looks: line, outbox and the wait for answers, joined. The view listens.
import {
  toActivity,
  type Config,
  type Feedback,
  type Outgoing,
  type ReceivedActivity,
  type Suggestion,
} from '../line/activity'
import { createDirectLine, type Answer, type DirectLine } from '../line/direct-line'
import type { FilesToSend, FileWorld } from '../files/file-offer'
import { createLine, type Line } from '../line/line'
import type { Memory } from '../line/memory'
import { createOutbox, type Outbox } from '../line/outbox'
import { createOwnMessages, newId, type OwnMessage, type OwnMessages } from '../line/own-messages'

/** An accepted message comes back on the socket at once; when it does not, the socket delivers nothing. */
const echoMs = 5_000

export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }

export interface ChatEvents {
  readonly own: (message: OwnMessage, history: boolean) => void
  readonly reply: (activity: ReceivedActivity, history: boolean) => void
  /** What can be read already of the answer that is being written. */
  readonly interim: (activity: ReceivedActivity) => void
  readonly typing: (isTyping: boolean) => void
  readonly trouble: (trouble: Trouble) => void
  /** The conversation of before cannot go on, or was erased, as in another tab; a new one begins below. */
  readonly gone: (isErased: boolean) => void
}

export interface ChatSession {
  /** The second and later calls do nothing, until the conversation is forgotten. What is sent starts too. */
  readonly start: () => void
  readonly send: (text: string, value?: Suggestion['value']) => void
  readonly sendFiles: FileWorld['session']['sendFiles']
  readonly upload: FileWorld['session']['upload']
  readonly retry: (id: string) => void
  readonly chooseLanguage: (language: string) => void
  readonly judge: (feedback: Feedback) => void
  readonly config: () => Promise<Answer<Config>>
  /** For what is done with the whole conversation. */
  readonly inRoom: DirectLine['inRoom']
  /** Stops, and forgets the conversation here; the next start begins another. */
  readonly forget: () => void
}

interface Parts {
  readonly directLine: DirectLine
  readonly memory: Memory
  readonly language: () => string
  readonly events: ChatEvents
  readonly own: OwnMessages
  readonly line: () => Line
  readonly outbox: () => Outbox
  /** By the id of the message that they are sent with. */
  readonly files: Map<string, FilesToSend>
}

function receive({ events, own, outbox }: Parts, activity: ReceivedActivity, history: boolean): void {
  if (activity.type === 'typing' && activity.text) events.interim(activity)
  if (activity.type !== 'message') return
  if (activity.from?.role === 'user' || activity.channelData?.clientActivityID) {
    outbox().drop(own.echoed(activity, history))
  } else {
    own.answered(activity)
    events.reply(activity, history)
  }
}

const openLine = (parts: Parts): Line =>
  createLine(parts.directLine, parts.memory, parts.language, {
    received: (activities, history) => activities.forEach((activity) => receive(parts, activity, history)),
    joined() {
      parts.events.trouble({ kind: 'none' })
      void parts.outbox().flush()
    },
    unreachable() {
      parts.events.trouble({ kind: navigator.onLine ? 'unreachable' : 'offline' })
      parts.outbox().lookAhead()
    },
    busy(retryAfterMs) {
      parts.events.trouble({ kind: 'busy', retryAfterMs })
      parts.outbox().lookAhead()
    },
    gone(isErased) {
      parts.own.stopWaiting()
      parts.events.gone(isErased)
      parts.outbox().waiting().forEach(parts.own.remember)
    },
    isWaiting: parts.own.isWaiting,
  })

const openOutbox = ({ directLine, memory, events, own, files, line }: Parts): Outbox =>
  createOutbox(memory, {
    post(outgoing) {
      const { id, deed } = outgoing
      const activity = toActivity(outgoing)
      const chosen = files.get(id)
      if (chosen) return chosen.post(activity, (said) => own.show(id, 'sending', { said }))
      return 'lost' in deed
        ? Promise.resolve({ kind: 'refused', said: deed.lost })
        : directLine.post(activity)
    },
    sent(outgoing, activityId) {
      events.trouble({ kind: 'none' })
      own.accepted(outgoing, activityId)
      if (outgoing.deed.type === 'message')
        setTimeout(() => void (own.isEchoed(outgoing.id) || line().check(true)), echoMs)
    },
    delayed({ id }) {
      own.show(id, 'unsent')
      void line().check(false)
    },
    busy: (retryAfterMs) => events.trouble({ kind: 'busy', retryAfterMs }),
    look: ({ deed }) =>
      deed.type === 'message' && !('lost' in deed)
        ? directLine.advise(deed.text)
        : Promise.resolve({ kind: 'ok', value: {} }),
    advised: (advice) => events.reply(advice, false),
    refused: ({ id }, said) => own.show(id, 'refused', { said }),
    lost: () => line().renew(),
  })

function makeWithFiles({ own, files }: Parts, text: string, chosen: FilesToSend): Outgoing {
  const id = newId()
  files.set(id, chosen)
  return own.make({ type: 'message', text, lost: chosen.lost }, id)
}

/** Follows the network and the tab: back again means trying at once. @returns a function that stops it. */
function followNetwork({ events, line, outbox }: Parts): { hurry: () => void; stop: () => void } {
  const hurry = (): void => {
    line().hurry()
    void line().check(false)
    void outbox().flush()
  }
  const look = (): void => {
    if (!document.hidden) hurry()
  }
  const goOffline = (): void => {
    events.trouble({ kind: 'offline' })
    line().renew()
  }
  const listeners = new AbortController()
  const options = { signal: listeners.signal }
  addEventListener('online', hurry, options)
  addEventListener('offline', goOffline, options)
  document.addEventListener('visibilitychange', look, options)
  return { hurry, stop: () => listeners.abort() }
}

/**
 * @param base address of the chat server, with a slash at the end.
 * @param language the language the chat is shown in; what is sent carries it.
 */
export function createChatSession(
  base: string,
  memory: Memory,
  language: () => string,
  events: ChatEvents,
): ChatSession {
  const directLine = createDirectLine(base, memory)
  const files = new Map<string, FilesToSend>()
  const own = createOwnMessages(language, {
    own: (message, history) => events.own({ ...message, pictures: files.get(message.id)?.pictures }, history),
    typing: events.typing,
    overdue: () => void line.check(false),
  })
  const parts = { directLine, memory, language, events, own, files, line: () => line, outbox: () => outbox }
  const line: Line = openLine(parts)
  const outbox: Outbox = openOutbox(parts)
  let network: ReturnType<typeof followNetwork> | undefined

  function start(): void {
    if (network) return
    outbox.waiting().forEach(own.remember)
    line.open()
    network = followNetwork(parts)
  }
  /** Whoever writes after a deletion begins a new conversation by that. */
  function add(outgoing: Outgoing): void {
    start()
    outbox.add(outgoing)
  }

  return {
    start,
    send: (text, value) => add(own.make({ type: 'message', text, ...(value && { value }) })),
    sendFiles: (text, chosen) => add(makeWithFiles(parts, text, chosen)),
    upload: directLine.upload,
    retry(id) {
      const outgoing = own.get(id)
      if (outgoing) outbox.add(own.remember(outgoing))
      network?.hurry()
    },
    // A conversation that has not begun will begin in it.
    chooseLanguage: (value) => network && outbox.add(own.make({ type: 'event', name: 'language', value })),
    judge(value) {
      memory.keep({ judged: [...(memory.get().judged ?? []), value.replyId] })
      outbox.add(own.make({ type: 'event', name: 'feedback', value }))
    },
    config: directLine.config,
    inRoom: directLine.inRoom,
    forget() {
      line.close()
      outbox.stop()
      own.stopWaiting()
      network?.stop()
      network = undefined
      memory.keep({ access: undefined, queue: [], judged: [] })
    },
  }
}
