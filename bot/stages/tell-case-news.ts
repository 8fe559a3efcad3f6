// A desk has said something of a case: the resident hears it where they chose to, and is asked whether it is mended.
import { asksWhetherFixed, sayNews, waitsForResident } from '../cases/case-words'
import { readSeenCase, seenBy, type CaseReading } from '../cases/read-case'
import { openQuestion } from './open-dialog'
import { speechOf, utteranceOf } from './speak-of-case'
import { endTurn, goOn, withConversation, type Stage } from './turn'
import type { Utterance } from './utterance'

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
    const event = told?.history.find(({ id }) => id === news.event)
    if (told === undefined || event === undefined) return endTurn(turn, 'told-case')
    const said = sayNews(told, event, speechOf(turn)).map(utteranceOf)
    if (waitsForResident(told, event)) {
      const completing = { case: told.number, at: turn.now.toISOString(), given: null }
      const how = { kind: 'wording', key: 'case.how-to-complete' } as const
      return endTurn(withConversation(turn, { completing }), 'told-case', ...said, how, ...again(turn, said))
    }
    if (!asksWhetherFixed(told, event)) return endTurn(turn, 'told-case', ...said, ...again(turn, said))
    const asked = withConversation(turn, { caseAsked: { case: told.number, at: turn.now.toISOString() } })
    return endTurn(asked, 'told-case', ...said, ...askWhetherFixed(told.number), ...again(turn, said))
  }

const askWhetherFixed = (number: string): readonly Utterance[] => [
  { kind: 'wording', key: 'case.ask' },
  {
    kind: 'buttons',
    buttons: [
      { key: 'answer.yes', choice: { name: 'case-fixed', value: number } },
      { key: 'answer.no', choice: { name: 'case-not-fixed', value: number } },
    ],
  },
]

/** What a dialog waits for is said again after it, so that nobody answers the wrong thing. */
const again = (turn: Parameters<typeof openQuestion>[0], said: readonly Utterance[]): readonly Utterance[] =>
  said.length === 0 ? [] : openQuestion(turn)
