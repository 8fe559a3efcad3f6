// What the resident has said on this page and how far each message has come: sent, echoed, answered, or none of it.
import type { Deed, Outgoing, ReceivedActivity } from './activity'
import { createAnswerWatch } from './answer-watch'

/** `sending` says nothing yet; `unsent` is tried again by itself; after `refused` and `overdue` only the resident can. */
export type OwnState = 'sending' | 'sent' | 'unsent' | 'refused' | 'overdue'

export interface OwnMessage {
  readonly id: string
  /** ISO 8601 */
  readonly at: string
  readonly text: string
  readonly state: OwnState
  /** Of files chosen on this page. */
  readonly pictures?: readonly Node[] | undefined
  /** How far it has come, or why it was refused; then it is no use to try again. */
  readonly said?: string | undefined
  /** The server's, when it has it. */
  readonly activityId?: string | undefined
}

type Told = Partial<Pick<OwnMessage, 'said' | 'at' | 'activityId'>>

export interface OwnMessageEvents {
  /** A new message, or another state (and the server's time) for one that is shown already. */
  readonly own: (message: OwnMessage, history: boolean) => void
  readonly typing: (isTyping: boolean) => void
  /** No answer came in time. */
  readonly overdue: () => void
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (each) => each.toString(36)).join('')

export function createOwnMessages(language: () => string, events: OwnMessageEvents) {
  const said = new Map<string, Outgoing>()
  /** The server's id of an activity → ours. */
  const clientIds = new Map<string, string>()
  /** The socket may be quicker than the answer to the call that sent the message. */
  const echoes = new Set<string>()
  const answers = new Set<string>()
  const overdue = new Set<string>()

  function show(id: string, state: OwnState, told?: Told, history = false): void {
    const outgoing = said.get(id)
    if (outgoing?.deed.type === 'message')
      events.own({ id, text: outgoing.deed.text, at: outgoing.at, state, ...told }, history)
  }
  const watch = createAnswerWatch({
    waiting: events.typing,
    overdue(id) {
      overdue.add(id)
      show(id, 'overdue')
      events.overdue()
    },
  })
  function remember(outgoing: Outgoing): Outgoing {
    said.set(outgoing.id, outgoing)
    for (const marks of [overdue, echoes, answers]) marks.delete(outgoing.id)
    show(outgoing.id, 'sending')
    return outgoing
  }
  return {
    show,
    remember,
    get: (id: string) => said.get(id),
    isWaiting: watch.isWaiting,
    isEchoed: (id: string) => echoes.has(id),
    stopWaiting: () => watch.end(undefined),
    make: (deed: Deed, id = newId()): Outgoing =>
      remember({ id, at: new Date().toISOString(), locale: language(), deed }),
    accepted({ id, deed }: Outgoing, activityId: string | undefined): void {
      if (activityId) clientIds.set(activityId, id)
      if (deed.type !== 'message') return
      show(id, 'sent', { activityId })
      if (!answers.has(id)) watch.begin(id)
    },
    /** @returns our id of the message that came back. */
    echoed({ timestamp, text = '', id = newId(), channelData }: ReceivedActivity, history: boolean): string {
      const clientId = channelData?.clientActivityID ?? id
      const at = timestamp ?? new Date().toISOString()
      clientIds.set(id, clientId)
      echoes.add(clientId)
      if (!said.has(clientId))
        said.set(clientId, { id: clientId, at, locale: language(), deed: { type: 'message', text } })
      show(clientId, 'sent', { at, activityId: id }, history)
      if (history) watch.begin(clientId, Date.now() - Date.parse(at))
      return clientId
    },
    /** A reply came: to one message, or without an id to all. */
    answered({ replyToId, channelData }: Pick<ReceivedActivity, 'replyToId' | 'channelData'>): void {
      const id = replyToId && (clientIds.get(replyToId) ?? replyToId)
      watch.end(id, channelData?.dygnet?.withPerson)
      if (id) answers.add(id)
      for (const late of id ? [id] : overdue) if (overdue.delete(late)) show(late, 'sent')
      events.typing(watch.isWaiting())
    },
  }
}
export type OwnMessages = ReturnType<typeof createOwnMessages>
