// Last of all: what was decided becomes words, buttons and sources, in the resident's language and for the channel.
import { toReplyId } from '../../contracts/talk/ids'
import { isRightToLeft, type Language } from '../../contracts/talk/language'
import type { Reply, Suggestion } from '../../contracts/talk/reply'
import { toPlainText } from '../../text/plain-text'
import { dialogTalkedAbout, remarkOnLanguage } from './remark-on-language'
import { isolateLeftToRight } from './isolate-left-to-right'
import { languageOf, withConversation, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { wordUtterance } from './word-utterance'
import type { Worded } from './worded'

type Draft = Omit<Reply, 'id' | 'bundle'>

/**
 * Several things said in one turn become one reply, for several short messages cross each other. An answer stands alone, and so
 * do a person's words; a reply is in one language: a screen reader takes its voice from it, and a screen its direction.
 */
function toDrafts(worded: readonly Worded[], turn: Turn): readonly Draft[] {
  const drafts: Draft[] = []
  let joined: readonly Worded[] = []
  const flush = () => {
    if (joined.length > 0) drafts.push(joinWorded(joined, turn))
    joined = []
  }
  for (const one of worded) {
    if (standsAlone(one) || endsAlone(joined, one) || differInLanguage(joined, one)) flush()
    joined = [...joined, one]
  }
  flush()
  return drafts
}

const standsAlone = ({ answer, person }: Worded): boolean => answer || person !== undefined

/** Buttons alone go with what is said before them, also with an answer. */
const endsAlone = (joined: readonly Worded[], { text }: Worded): boolean =>
  text !== '' && joined.some(standsAlone)

const languageIn = (worded: readonly Worded[]): Language | undefined =>
  worded.find(({ spoken }) => spoken !== undefined)?.spoken?.language

const differInLanguage = (joined: readonly Worded[], { spoken }: Worded): boolean =>
  spoken !== undefined && (languageIn(joined) ?? spoken.language) !== spoken.language

function joinWorded(worded: readonly Worded[], turn: Turn): Draft {
  const topic = worded.find((one) => one.topic !== undefined)?.topic ?? dialogTalkedAbout(turn)
  const person = worded.find((one) => one.person !== undefined)?.person
  const takesFiles = worded.findLast((one) => one.takesFiles !== undefined)?.takesFiles
  return {
    text: worded
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
    language: languageIn(worded) ?? languageOf(turn),
    suggestions: uniqueSuggestions(
      answersFirst(
        worded.flatMap(({ suggestions }) => suggestions),
        turn,
      ),
    ),
    sources: worded.flatMap(({ sources }) => sources),
    asksFeedback: worded.some(({ answer }) => answer),
    ...(takesFiles && { takesFiles }),
    ...(person && { person }),
    ...(worded.some(({ aside }) => aside) && { aside: true as const }),
    ...(worded.some(({ urgent }) => urgent) && { urgent: true as const }),
    ...(worded.some(({ takesPlace }) => takesPlace) && { takesPlace: true }),
    ...(topic === undefined ? {} : { topic }),
  }
}

/** Where a question waits, "1" is the first that answers it, and not another topic that was offered before it. */
function answersFirst(suggestions: readonly Suggestion[], { utterances }: Turn): readonly Suggestion[] {
  if (!utterances.some(({ kind }) => kind === 'open-question')) return suggestions
  const leadsAway = ({ choice }: Suggestion): boolean => choice.name === 'topic'
  return [...suggestions.filter((one) => !leadsAway(one)), ...suggestions.filter(leadsAway)]
}

const uniqueSuggestions = (suggestions: readonly Suggestion[]): readonly Suggestion[] => [
  ...new Map(suggestions.map((suggestion) => [suggestion.label, suggestion])).values(),
]

const forChannel = (draft: Draft, turn: Turn): Draft =>
  turn.message.channel === 'sms' ? { ...draft, text: toPlainText(draft.text) } : draft

const inDirection = (draft: Draft): Draft =>
  isRightToLeft(draft.language)
    ? {
        ...draft,
        text: isolateLeftToRight(draft.text),
        ...(draft.person && { person: { ...draft.person, text: isolateLeftToRight(draft.person.text) } }),
        suggestions: draft.suggestions.map(({ label, choice }) => ({
          label: isolateLeftToRight(label),
          choice,
        })),
      }
    : draft

/** To a person pictures and documents may be sent at any time. */
const heldBy = ({ conversation: { person }, message: { channel } }: Turn): Partial<Draft> =>
  channel === 'web' && person?.state === 'on'
    ? { withPerson: true, takesFiles: { type: 'file', max: filesForPerson } }
    : {}
const filesForPerson = 3

/** The turn with its replies. @throws when a text is missing that the content checks hold to be there. */
export function wordReply(turn: Turn): Turn {
  const word = (utterances: readonly Utterance[]) =>
    utterances.map((utterance) => wordUtterance(utterance, turn))
  // An offer is in the language that it offers, and no text that is missing in the resident's; nor is what is said in English
  // to whoever writes a language that the city does not speak.
  const isOffer = ({ kind }: Utterance): boolean => kind === 'language-offer' || kind === 'languages-spoken'
  const offers = word(turn.utterances.filter(isOffer))
  const plain = word(turn.utterances.filter((utterance) => !isOffer(utterance)))
  const { worded, told, fellBack } = remarkOnLanguage(plain, turn)
  const replies = toDrafts([...offers, ...worded], turn).map((draft, index) => ({
    ...inDirection(forChannel(draft, turn)),
    ...heldBy(turn),
    id: toReplyId(turn.message.id, index + 1),
    bundle: turn.content.bundle,
  }))
  return { ...withConversation(turn, told), replies, fellBack }
}
