// "Menar du biblioteket?" – "vad kostar det": who asks on in place of a yes means what is offered, as far as its article says it.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Passage } from '../../contracts/knowledge/passage'
import { findInArticle, type FoundInArticle } from '../../knowledge/follow-up/find-in-article'
import type { FollowUp } from '../../knowledge/follow-up/read-follow-up'
import { articleOf } from '../turn/topic'
import { goneOnFromMs } from '../turn/gone-on-from'
import { languageOf, type StageResult, type Turn } from '../turn/turn'
import { clarify } from '../understanding/ask-back'
import { judgeFollowUp } from './judge-follow-up'
import { guessOf, readable, synonymsOf } from './readable-article'

/** Undefined for a topic without an article that can be read. */
export function saidIn(turn: Turn, topic: TopicId, followUp: FollowUp): FoundInArticle | undefined {
  const one = readable(turn, turn.content.articles.get(articleOf(topic) ?? ''))
  const options = { askedBefore: [], synonyms: synonymsOf(turn, languageOf(turn)) }
  return one && findInArticle(one.article.id, one.text, followUp, options)
}

/** The topics that were asked back about, while they wait for an answer. */
function offered({ conversation, message, now }: Turn): readonly TopicId[] {
  const { thought, clarifying } = conversation
  if (thought === null || thought.answered) return []
  return now.getTime() - Date.parse(thought.at) > goneOnFromMs[message.channel]
    ? []
    : (clarifying as readonly TopicId[])
}

interface Saying {
  readonly topic: TopicId
  readonly passage: Passage
}

function sayingIt(turn: Turn, followUp: FollowUp, topic: TopicId): readonly Saying[] {
  const { classification, content } = turn
  const one = readable(turn, content.articles.get(articleOf(topic) ?? ''))
  const found = saidIn(turn, topic, followUp)
  if (one === undefined || classification === undefined || found?.kind !== 'found') return []
  const guess = guessOf(turn, classification, one)
  return judgeFollowUp({ leaning: followUp.leaning, found: found.kind, guess }) === 'answers'
    ? [{ topic, passage: found.passage }]
    : []
}

/** Of several that say it nobody knows which is meant: they are asked about again. Undefined where nothing was asked, or none says it. */
export function hearOfOffered(
  turn: Turn,
  followUp: FollowUp,
  quote: (passage: Passage) => StageResult,
): StageResult | undefined {
  if (followUp.named.length > 0) return undefined
  const saying = offered(turn).flatMap((topic) => sayingIt(turn, followUp, topic))
  const [only, ...others] = saying
  if (only === undefined) return undefined
  return others.length === 0
    ? quote(only.passage)
    : clarify(
        turn,
        saying.map(({ topic }) => topic),
      )
}
