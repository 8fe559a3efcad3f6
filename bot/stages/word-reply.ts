// Last of all: what was decided becomes words, buttons and sources, in the resident's language and for the channel.
import type { TopicId } from '../contracts/classifier'
import { toReplyId } from '../contracts/ids'
import type { Reply, Suggestion } from '../contracts/reply'
import { toPlainText } from './plain-text'
import { languageOf, type Turn } from './turn'
import { wordUtterance } from './word-utterance'
import type { Worded } from './worded'

type Draft = Omit<Reply, 'id' | 'bundle'>

/** Several things said in one turn become one reply, for several short messages cross each other; an answer stands alone. */
function toDrafts(worded: readonly Worded[], turn: Turn): readonly Draft[] {
  const drafts: Draft[] = []
  let joined: readonly Worded[] = []
  const flush = () => {
    if (joined.length > 0) drafts.push(joinWorded(joined, turn))
    joined = []
  }
  for (const one of worded) {
    if (one.answer) flush()
    joined = [...joined, one]
    if (one.answer) flush()
  }
  flush()
  return drafts
}

function joinWorded(worded: readonly Worded[], turn: Turn): Draft {
  const topic = worded.find((one) => one.topic !== undefined)?.topic ?? dialogTalkedAbout(turn)
  const takesFiles = worded.findLast((one) => one.takesFiles !== undefined)?.takesFiles
  return {
    text: worded
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
    language: languageOf(turn),
    suggestions: uniqueSuggestions(worded.flatMap(({ suggestions }) => suggestions)),
    sources: worded.flatMap(({ sources }) => sources),
    asksFeedback: worded.some(({ answer }) => answer),
    ...(takesFiles && { takesFiles }),
    ...(topic === undefined ? {} : { topic }),
  }
}

/** The open dialog, or the one that ended in this turn. */
function dialogTalkedAbout({ conversation, events }: Turn): TopicId | undefined {
  const ended = events.findLast((event) => event.kind === 'ended')
  const dialog = ended?.dialog ?? conversation.frames.at(-1)?.dialog
  return dialog === undefined ? undefined : `dialog:${dialog}`
}

const uniqueSuggestions = (suggestions: readonly Suggestion[]): readonly Suggestion[] => [
  ...new Map(suggestions.map((suggestion) => [suggestion.label, suggestion])).values(),
]

const forChannel = (draft: Draft, turn: Turn): Draft =>
  turn.message.channel === 'sms' ? { ...draft, text: toPlainText(draft.text) } : draft

/** The turn with its replies. @throws when a text is missing that the content checks hold to be there. */
export function wordReply(turn: Turn): Turn {
  const worded = turn.utterances.map((utterance) => wordUtterance(utterance, turn))
  const replies = toDrafts(worded, turn).map((draft, index) => ({
    ...forChannel(draft, turn),
    id: toReplyId(turn.message.id, index + 1),
    bundle: turn.content.bundle,
  }))
  return { ...turn, replies }
}
