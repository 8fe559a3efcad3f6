// While a person has the talk the bot is silent, emergencies excepted: what is written is theirs to read and to answer.
import { deskNoteEntry } from '../contracts/desk-note'
import { handOffId, readTalk, talkRecord, type HandOffTalk } from '../hand-off/hand-off-record'
import type { Conversation } from '../contracts/conversation'
import type { HouseNews } from '../contracts/message'
import type { Store } from '../contracts/store'
import { departmentHours } from './hand-off'
import { commandIn } from './offer-person'
import { openQuestion } from './open-dialog'
import { endTurn, goOn, languageOf, withConversation, type Stage, type StageResult, type Turn } from './turn'
import { escapeValues } from './word-open-question'

export interface WithPersonParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder'>
}

type WithPerson = NonNullable<Conversation['person']>
type PersonNews = Extract<HouseNews, { kind: 'person' }>

export const withPerson =
  ({ store }: WithPersonParts): Stage =>
  async (turn) => {
    const { content } = turn.message
    const { person } = turn.conversation
    if (content.kind === 'house')
      return content.news.kind === 'person' ? hearPerson(turn, content.news, store) : goOn(turn)
    if (person === null || (content.kind !== 'text' && content.kind !== 'choice')) return goOn(turn)
    if (person.state === 'asked') return hearSummaryAnswer(turn, person)
    if (commandIn(turn) === 'back-to-bot') return leave(turn, person, store)
    if (person.state === 'on') return endTurn(turn, 'passed-on')
    return departmentHours(turn, person.department).open ? goOn(turn) : closeQueue(turn, person, store)
  }

/** Anything but a yes or a no is about something else, and the offer has had its moment. */
function hearSummaryAnswer(turn: Turn, { department }: WithPerson): StageResult {
  const { content, conversationId, id: messageId, channel } = turn.message
  const tapped = content.kind === 'choice' && content.choice.name === 'person-summary'
  const said = tapped ? content.choice.value : commandIn(turn)
  if (said !== 'yes' && said !== 'no') return goOn(withConversation(turn, { person: null }))
  const id = handOffId(conversationId, messageId)
  const at = turn.now.toISOString()
  const talk: HandOffTalk = {
    ...{ id, department, state: 'waiting', agent: null, conversation: conversationId, channel, at },
    ...{ language: languageOf(turn), begunBy: messageId, withSummary: said === 'yes' },
  }
  const waiting = withConversation(turn, {
    person: { state: 'waiting', department, handOff: id, agent: null, at },
  })
  const note = deskNoteEntry({ kind: 'talk-waits', department, about: id }, turn.now)
  const told = { ...waiting, outbox: [...waiting.outbox, note] }
  return endTurn(withTalk(told, talk), 'handed-off', {
    kind: 'department',
    key: 'person.waiting',
    department,
  })
}

const withTalk = (turn: Turn, talk: HandOffTalk): Turn => ({
  ...turn,
  records: [...turn.records, talkRecord(talk)],
})

/** The resident wants the bot again, or nobody is there any more. */
async function closed(turn: Turn, { handOff }: WithPerson, store: WithPersonParts['store']): Promise<Turn> {
  const talk = readTalk(await store.record('hand-off', handOff))
  const free = withConversation(turn, { person: null })
  return talk === undefined ? free : withTalk(free, { ...talk, state: 'ended' })
}

async function leave(turn: Turn, person: WithPerson, store: WithPersonParts['store']): Promise<StageResult> {
  const free = await closed({ ...turn, danger: null }, person, store)
  return endTurn(free, 'back-to-bot', { kind: 'wording', key: 'person.back' }, ...openQuestion(free))
}

async function closeQueue(
  turn: Turn,
  person: WithPerson,
  store: WithPersonParts['store'],
): Promise<StageResult> {
  const free = await closed(turn, person, store)
  return endTurn(free, 'handed-off-closed', { kind: 'person', department: person.department })
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
  const isRight = news.deed === 'claim' ? person?.state === 'waiting' : person?.agent === news.agent
  return isTheirs && isRight ? obey(turn, news, person, talk) : endTurn(turn, 'told-person')
}

function obey(
  turn: Turn,
  { deed, agent, text = '' }: PersonNews,
  person: WithPerson,
  talk: HandOffTalk,
): StageResult {
  const { department } = person
  switch (deed) {
    case 'claim': {
      const claimed = withConversation(turn, { person: { ...person, state: 'on', agent } })
      const said = { kind: 'department', key: 'person.here', department, values: { agent } } as const
      return endTurn(withTalk(claimed, { ...talk, state: 'on', agent }), 'told-person', said)
    }
    case 'reply': {
      const values = escapeValues({ agent, text }) as Readonly<Record<string, string>>
      return endTurn(turn, 'told-person', { kind: 'wording', key: 'person.says', values })
    }
    case 'end': {
      const free = withTalk(withConversation(turn, { person: null }), { ...talk, state: 'ended' })
      const said = { kind: 'department', key: 'person.ended', department } as const
      return endTurn(free, 'told-person', said, ...openQuestion(free))
    }
  }
}
