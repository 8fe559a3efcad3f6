// The list of what residents ask: number → the articles and dialogs that answer, of `knowledge/questions.md`.
import type { TopicId } from '../contracts/talk/classifier'

export interface ListedQuestion {
  readonly number: number
  readonly question: string
  /** The main one first; empty where something else than an article or dialog answers. */
  readonly topics: readonly TopicId[]
}

const row = /^\|\s*(\d+)\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|$/
const topic = /(?:article|dialog):[a-z0-9_-]+/g

/** The rows of the table, in order; every other line is passed over. */
export const readQuestions = (text: string): readonly ListedQuestion[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, number, question = '', answeredBy = ''] = row.exec(line.trim()) ?? []
    if (number === undefined) return []
    return [{ number: Number(number), question, topics: (answeredBy.match(topic) ?? []) as TopicId[] }]
  })
