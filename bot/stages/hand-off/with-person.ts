// While a person has the talk the bot is silent, emergencies excepted: what is written is theirs to read and to answer.
import { deskNoteEntry } from '../../contracts/cases/desk-note'
import { closeTalkEntry } from '../../hand-off/close-talk'
import { handOffId, readTalk, type HandOffTalk } from '../../hand-off/hand-off-record'
import type { Conversation } from '../../contracts/talk/conversation'
import { minuteMs } from '../../contracts/basics/durations'
import type { FileShelf } from '../../contracts/store/file-shelf'
import type { HouseNews } from '../../contracts/talk/message'
import type { SentFile } from '../../contracts/talk/sent-file'
import type { Store } from '../../contracts/store/store'
import { toLocalTime } from '../../hours/local-time'
import { lastClosing } from '../../hours/opening-hours'
import { passOnText } from './contact-for-person'
import { endTalk, withTalk } from '../turn/end-talk'
import { departmentHours } from './hand-off'
import { choiceIn } from '../sms/hear-menu-number'
import { offerCode } from './offer-code'
import { commandIn } from '../turn/command-in'
import { openQuestion } from '../turn/open-dialog'
import { withRenewedDialogs } from '../turn/renew-dialogs'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

export interface WithPersonParts {
  readonly shelf: Pick<FileShelf, 'keep'>
  readonly store: Pick<Store, 'record' | 'recordsUnder'>
}

type WithPerson = NonNullable<Conversation['person']>
type PersonNews = Extract<HouseNews, { kind: 'person' }>

export const withPerson =
  (parts: WithPersonParts): Stage =>
  async (turn) => {
    const { store } = parts
    const { content } = turn.message
    const { person } = turn.conversation
    if (content.kind === 'house')
      return content.news.kind === 'person' ? hearPerson(turn, content.news, store) : goOn(turn)
    if (content.kind === 'upload')
      return person?.state === 'on' ? hearWhileOn(turn, person, parts) : goOn(turn)
    if (person === null || (content.kind !== 'text' && content.kind !== 'choice')) return goOn(turn)
    if (person.state === 'asked') return hearSummaryAnswer(turn, person)
    if (commandIn(turn) === 'back-to-bot') return leave(turn, store)
    if (person.state === 'on') return hearWhileOn(turn, person, parts)
    return departmentHours(turn, person.department).open ? goOn(turn) : closeQueue(turn, person, store)
  }

async function hearWhileOn(
  turn: Turn,
  person: WithPerson,
  { store, shelf }: WithPersonParts,
): Promise<StageResult> {
  const talk = readTalk(await store.record('hand-off', person.handOff))
  if (talk === undefined || !isThere(turn, person, talk)) return comeBack(turn, person, store)
  const { content } = turn.message
  return content.kind === 'upload' ? passOnFiles(turn, content.files, shelf) : passOnText(turn, person, talk)
}

/** Minutes without a word from the person who has the talk; it has ended when their department is closed, and else later. */
const longSilence = { open: 120, closed: 30 } as const

/** Agents forget to end talks, and go home; a resident is not left with nobody who answers. */
function isThere(turn: Turn, { department, at }: WithPerson, talk: HandOffTalk): boolean {
  if (talk.state !== 'on') return false
  const own = turn.content.city.departments.get(department)?.silentMinutes ?? longSilence.open
  const most = departmentHours(turn, department).open ? own : Math.min(own, longSilence.closed)
  return turn.now.getTime() - Date.parse(at) < most * minuteMs
}

/** Said, and what was written is answered. */
async function comeBack(
  turn: Turn,
  person: WithPerson,
  store: WithPersonParts['store'],
): Promise<StageResult> {
  const { department, agent } = person
  const free = await endTalk(turn, store)
  const left = { kind: 'department', key: 'person.left', department, values: { agent: agent ?? '' } } as const
  return goOn({ ...free, utterances: [...free.utterances, left] })
}

/** Kept for the person to fetch; the stage for uploads says what became of those that cannot be. */
async function passOnFiles(
  turn: Turn,
  files: readonly SentFile[],
  shelf: WithPersonParts['shelf'],
): Promise<StageResult> {
  const isKept = files.length > 0 && (await shelf.keep(turn.message.conversationId, files))
  return isKept ? endTurn(turn, 'passed-on') : goOn(turn)
}

/** Anything but a yes or a no is about something else, and the offer has had its moment. */
function hearSummaryAnswer(turn: Turn, { department }: WithPerson): StageResult {
  const { conversationId, id: messageId, channel } = turn.message
  const choice = choiceIn(turn)
  const said = choice?.name === 'person-summary' ? choice.value : commandIn(turn)
  const free = withConversation(turn, { person: null })
  if (said !== 'yes' && said !== 'no') return goOn(free)
  // It may have closed since it was asked.
  if (!departmentHours(turn, department).open)
    return endTurn(free, 'handed-off-closed', { kind: 'person', department })
  const id = handOffId(conversationId, messageId)
  const at = turn.now.toISOString()
  const talk: HandOffTalk = {
    id,
    department,
    state: 'waiting',
    agent: null,
    agentId: null,
    conversation: conversationId,
    channel,
    at,
    language: languageOf(turn),
    begunBy: messageId,
    withSummary: said === 'yes',
    given: {},
  }
  const waiting = withConversation(turn, {
    person: { state: 'waiting', department, handOff: id, agent: null, agentId: null, at, contact: null },
  })
  const note = deskNoteEntry({ kind: 'talk-waits', department, about: id }, turn.now)
  const closes = closingToday(turn, department)
  const outbox = [...waiting.outbox, note, ...(closes === undefined ? [] : [closeTalkEntry(id, closes)])]
  const told = { ...waiting, outbox }
  return endTurn(withTalk(told, talk), 'handed-off', {
    kind: 'department',
    key: 'person.waiting',
    department,
  })
}

function closingToday({ now, content: { city } }: Turn, department: string): Date | undefined {
  const hours = city.departments.get(department)?.hours ?? city.hours
  return lastClosing(hours, toLocalTime(now, city.timeZone).date, city.timeZone)
}

/** The resident wants the bot again. */
async function leave(turn: Turn, store: WithPersonParts['store']): Promise<StageResult> {
  const free = withRenewedDialogs(await endTalk({ ...turn, danger: null }, store))
  return endTurn(free, 'back-to-bot', { kind: 'wording', key: 'person.back' }, ...openQuestion(free))
}

/** Said, and what was written is answered: nobody reads it any more. */
async function closeQueue(
  turn: Turn,
  person: WithPerson,
  store: WithPersonParts['store'],
): Promise<StageResult> {
  const free = await endTalk(turn, store)
  const told = { kind: 'person', department: person.department } as const
  return goOn({ ...free, utterances: [...free.utterances, told] })
}

/** Each deed holds only where the talk is in the hands that it says: who comes second changes nothing and says nothing. */
async function hearPerson(
  turn: Turn,
  news: PersonNews,
  store: WithPersonParts['store'],
): Promise<StageResult> {
  const { person } = turn.conversation
  const talk = readTalk(await store.record('hand-off', news.handOff))
  const isTheirs = person?.handOff === news.handOff && talk !== undefined
  return isTheirs && isInHands(news, person) ? obey(turn, news, person, talk) : endTurn(turn, 'told-person')
}

function isInHands({ deed, agent, agentId = agent }: PersonNews, person: WithPerson): boolean {
  switch (deed) {
    case 'claim':
    case 'close':
      return person.state === 'waiting'
    case 'reply':
    case 'end':
      return person.agentId === agentId
    // The house's own, whoever has it.
    case 'forget':
      return true
  }
}

function obey(
  turn: Turn,
  { deed, agent, agentId = agent, text = '' }: PersonNews,
  person: WithPerson,
  talk: HandOffTalk,
): StageResult {
  const { department } = person
  const on = { state: 'on', at: turn.now.toISOString() } as const
  switch (deed) {
    case 'claim': {
      const claimed = withConversation(turn, { person: { ...person, ...on, agent, agentId } })
      const said = { kind: 'department', key: 'person.here', department, values: { agent } } as const
      return endTurn(withTalk(claimed, { ...talk, state: 'on', agent, agentId }), 'told-person', said)
    }
    case 'reply': {
      const heard = withConversation(turn, { person: { ...person, ...on } })
      return endTurn(heard, 'told-person', { kind: 'person-says', agent, text })
    }
    case 'end': {
      const ended = withTalk(withConversation(turn, { person: null }), { ...talk, state: 'ended' })
      const free = withRenewedDialogs(ended)
      const said = { kind: 'department', key: 'person.ended', department } as const
      return endTurn(free, 'told-person', said, ...openQuestion(free), ...offerCode(free))
    }
    case 'forget': {
      const given = Object.fromEntries(Object.entries(talk.given).filter(([message]) => message !== text))
      return endTurn(withTalk(turn, { ...talk, given }), 'told-person')
    }
    case 'close': {
      const free = withTalk(withConversation(turn, { person: null }), { ...talk, state: 'ended' })
      return endTurn(free, 'handed-off-closed', { kind: 'person', department })
    }
  }
}
