// What came of the second question of a talk, and whether it was what is wanted.
import type { Answered } from '../../../../support/resident'
import type { Expected } from './talks'

const topicsIn = ({ replies }: Answered): readonly string[] =>
  replies.flatMap(({ topic, sources, suggestions }) => [
    ...(topic === undefined ? [] : [topic]),
    ...sources.map(({ articleId }) => `article:${articleId}`),
    ...suggestions.flatMap(({ choice }) => (choice.name === 'topic' ? [choice.value] : [])),
  ])

/** `title` of the article that answered first. */
export function isAsExpected(answered: Answered, title: string, expected: Expected): boolean {
  const { outcome, text } = answered
  if ('says' in expected)
    return outcome === 'answered-passage' && text.includes(`"${title}"`) && text.includes(expected.says)
  if ('lacks' in expected)
    return outcome === 'unanswered-not-said' && text.includes(`"${title}"`) && text.includes(expected.lacks)
  // Another topic is answered, begun or offered; with none that fits, nothing is said to stand in the article.
  if (text.includes(`"${title}"`)) return false
  const topics = topicsIn(answered)
  return expected.goes.length === 0
    ? !outcome.startsWith('answered-') && outcome !== 'unanswered-not-said'
    : expected.goes.some((topic) => topics.includes(topic))
}
