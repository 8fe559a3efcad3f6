// What the resident must know of the language they read: that it is not theirs, or that a machine put it into theirs.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Conversation } from '../../contracts/talk/conversation'
import { cityText } from '../turn/city-text'
import { languageOf, type Turn } from '../turn/turn'
import type { Worded } from './worded'

export interface Remarked {
  readonly worded: readonly Worded[]
  /** What the conversation remembers, so that nothing is remarked on again and again. */
  readonly told: Pick<Conversation, 'machineTold' | 'foreignTold'>
  /** Something is not in the resident's language. */
  readonly fellBack: boolean
}

/**
 * Puts a remark before the first text that is not in the resident's language, once a dialog and with every article; and
 * one after the first text of a machine, once a talk and language.
 */
export function remarkOnLanguage(worded: readonly Worded[], turn: Turn): Remarked {
  const language = languageOf(turn)
  const { machineTold, foreignTold } = turn.conversation
  // Who cries for help is answered in the language of the cry, and told nothing besides.
  if (turn.utterances.some(({ kind }) => kind === 'emergency'))
    return { worded, told: { machineTold, foreignTold }, fellBack: false }
  const foreign = worded.find(
    ({ spoken, isInTheirWords }) =>
      spoken !== undefined && isInTheirWords !== true && spoken.language !== language,
  )
  const byMachine = worded.find(({ spoken, text }) => spoken?.isMachine === true && text !== '')
  const about = foreign === undefined ? foreignTold : `${language} ${topicOf(foreign, turn)}`
  const remarksForeign = foreign !== undefined && (foreign.answer || about !== foreignTold)
  const remarksMachine = byMachine !== undefined && !machineTold.includes(language)
  return {
    worded: worded.flatMap((one) => [
      ...(remarksForeign && one === foreign ? [remark(turn, 'language.fallback')] : []),
      one,
      ...(remarksMachine && one === byMachine ? [remark(turn, 'language.machine')] : []),
    ]),
    told: { machineTold: remarksMachine ? [...machineTold, language] : machineTold, foreignTold: about },
    fellBack: foreign !== undefined,
  }
}

const remark = (turn: Turn, key: 'language.fallback' | 'language.machine'): Worded => ({
  text: cityText(turn, key),
  suggestions: [],
  sources: [],
  answer: false,
  spoken: { language: languageOf(turn), isMachine: false },
})

const topicOf = ({ topic }: Worded, turn: Turn): string => topic ?? dialogTalkedAbout(turn) ?? 'city'

/** The open dialog, or the one that ended in this turn. */
export function dialogTalkedAbout({ conversation, events }: Turn): TopicId | undefined {
  const ended = events.findLast((event) => event.kind === 'ended')
  const dialog = ended?.dialog ?? conversation.frames.at(-1)?.dialog
  return dialog === undefined ? undefined : `dialog:${dialog}`
}
