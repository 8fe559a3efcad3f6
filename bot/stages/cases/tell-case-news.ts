// A desk has said something of a case: the resident hears it where they chose to, with all else that has not been told there,
// and is asked whether it is mended. What another message has told already is not said again.
import { asksWhetherFixed, sayNews, waitsForResident } from '../../cases/case-words'
import { newsFrom } from '../../cases/case-news'
import { toldRecord } from '../../cases/case-records'
import { readSeenCase, seenBy, toldIn, type CaseReading } from '../../cases/read-case'
import type { Case, CaseEvent } from '../../contracts/cases/case'
import { toldEntryId } from '../../contracts/sms/text-message'
import { openQuestion } from '../turn/open-dialog'
import { speechOf, utteranceOf } from './speak-of-case'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface TellCaseNewsParts {
  readonly store: CaseReading
}

export const tellCaseNews =
  ({ store }: TellCaseNewsParts): Stage =>
  async (turn) => {
    const { content } = turn.message
    if (content.kind !== 'house' || content.news.kind !== 'case') return goOn(turn)
    const { news } = content
    const seen = (await seenBy(store, turn.message.conversationId)).find(({ number }) => number === news.case)
    const told = seen && (await readSeenCase(store, seen))
    if (told === undefined) return endTurn(turn, 'told-case')
    const { conversationId } = turn.message
    const before = await toldIn(store, told.number, conversationId)
    const events = newsFrom(told, news.event, before)
    const said = sayNews(told, events, speechOf(turn)).map(utteranceOf)
    if (said.length === 0) return endTurn(turn, 'told-case')
    const note = toldRecord(told.number, conversationId, [...before, ...events.map(({ id }) => id)])
    return tell({ ...turn, records: [...turn.records, note] }, told, events, said)
  }

/** What a dialog waits for is said again after it, so that nobody answers the wrong thing. */
function tell(turn: Turn, told: Case, events: readonly CaseEvent[], said: readonly Utterance[]): StageResult {
  if (waitsForResident(told, events)) {
    const completing = { case: told.number, at: turn.now.toISOString(), given: null }
    const how = { kind: 'wording', key: 'case.how-to-complete' } as const
    return endTurn(withConversation(turn, { completing }), 'told-case', ...said, how, ...openQuestion(turn))
  }
  if (!asksWhetherFixed(told, events)) return endTurn(turn, 'told-case', ...said, ...openQuestion(turn))
  const { channel, conversationId, id } = turn.message
  const waiting = openQuestion(turn)
  // Over SMS a "JA" could be meant for either.
  if (waiting.length > 0 && channel === 'sms') return endTurn(turn, 'told-case', ...said, ...waiting)
  const text = channel === 'sms' ? { text: toldEntryId(conversationId, id) } : {}
  const caseAsked = { case: told.number, at: turn.now.toISOString(), ...text }
  const asked = withConversation(turn, { caseAsked })
  const buttons = waiting.length > 0 ? besideOtherButtons : usualButtons
  return endTurn(asked, 'told-case', ...said, ...askWhetherFixed(told.number, buttons), ...waiting)
}

const usualButtons = { yes: 'answer.yes', no: 'answer.no' } as const
/** Whose own question may be answered by a yes or a no. */
const besideOtherButtons = { yes: 'answer.fixed', no: 'answer.not-fixed' } as const

const askWhetherFixed = (
  number: string,
  { yes, no }: typeof usualButtons | typeof besideOtherButtons,
): readonly Utterance[] => [
  { kind: 'wording', key: 'case.ask' },
  {
    kind: 'buttons',
    buttons: [
      { key: yes, choice: { name: 'case-fixed', value: number } },
      { key: no, choice: { name: 'case-not-fixed', value: number } },
    ],
  },
]
