// What an answer of the bot was worth to who asked: right, right after one question back, not known, or wrong.
import type { TerminalTurn } from '../talk/terminal-bot'
import type { TopicId } from '../../bot/contracts/talk/classifier'

export interface Question {
  readonly text: string
  readonly lang: string
  readonly number: number | null
}

/** `quiet`: an honest "I do not know", a choice or small talk, where the city has no answer. */
export type Verdict = 'right' | 'asked-back' | 'unknown' | 'wrong' | 'quiet'

type AnsweredTurn = Pick<TerminalTurn, 'outcome' | 'replies' | 'classification'>

const isTopic = (label: string): label is TopicId => /^(?:article|dialog):/.test(label)

/** What was answered or begun, and what was offered to choose from. */
export function toldIn({ replies, classification, outcome }: AnsweredTurn) {
  const offered = replies.flatMap(({ suggestions }) =>
    suggestions.flatMap(({ choice }) =>
      choice.name === 'topic' && isTopic(choice.value) ? [choice.value] : [],
    ),
  )
  const source = replies.flatMap(({ sources }) => sources)[0]
  const best = classification?.best[0]?.label
  const topic = source === undefined ? best : `article:${source.articleId}`
  return { offered, topic: outcome.startsWith('handed-off') ? 'dialog:kontakta-oss' : topic }
}

/** @param expected the topics of which each is right; none for what the city has no answer to */
export function judge(turn: AnsweredTurn, expected: readonly string[]): Verdict {
  const { outcome } = turn
  const { offered, topic } = toldIn(turn)
  if (outcome.startsWith('unanswered')) return expected.length === 0 ? 'quiet' : 'unknown'
  if (outcome === 'clarified') {
    if (expected.length === 0) return 'quiet'
    return offered.some((one) => expected.includes(one)) ? 'asked-back' : 'wrong'
  }
  const isCommand = outcome === 'answered-command' || outcome === 'welcomed' || outcome.startsWith('guarded')
  if (expected.length === 0) return isCommand ? 'quiet' : 'wrong'
  return topic !== undefined && expected.includes(topic) ? 'right' : 'wrong'
}

export interface Judged extends Question {
  readonly verdict: Verdict
  readonly got: string
}

const shareOf = (all: readonly Judged[], verdict: Verdict): number =>
  all.length === 0 ? 0 : all.filter((one) => one.verdict === verdict).length / all.length

/** Shares, 0 to 1. */
export function figuresOf(judged: readonly Judged[]) {
  const known = judged.filter(({ number }) => number !== null)
  const foreign = judged.filter(({ number }) => number === null)
  return {
    questions: known.length,
    rightAtOnce: shareOf(known, 'right'),
    afterAskingBack: shareOf(known, 'asked-back'),
    unknown: shareOf(known, 'unknown'),
    wrong: shareOf(known, 'wrong'),
    withoutAnswer: foreign.length,
    answeredAllTheSame: shareOf(foreign, 'wrong'),
  }
}
