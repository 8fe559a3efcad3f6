// No phrase of an emergency was found, but there may be signs of danger. The turn goes on as if there were none; only no
// language model is asked, and before the reply the resident is asked whether somebody is in danger (`ask-about-danger`).
import type { ReadSigns } from '../../contracts/talk/danger'
import { likelyDanger, senseDanger, veryLikelyDanger } from '../../emergency/sense-danger'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { goOn, languageOf, type Stage, type Turn } from '../turn/turn'

export interface SenseDangerParts {
  /** Undefined: signs are not listened for. */
  readonly readSigns: ReadSigns | undefined
}

export const senseDangerIn =
  ({ readSigns }: SenseDangerParts): Stage =>
  (turn) => {
    const { kind } = turn.message.content
    if (readSigns === undefined || (kind !== 'text' && kind !== 'feedback')) return goOn(turn)
    if (isAnswered(turn)) return goOn(turn)
    const least = isAsked(turn) ? veryLikelyDanger : likelyDanger
    const talkLanguage = languageOf(turn)
    const danger = senseDanger(withoutMasks(turn.text), readSigns, { least, talkLanguage })
    return goOn({ ...turn, danger: danger ?? null })
  }

/** What is written then is mostly the answer. What is wholly the answer is no sign of anything: `read-open-answer`. */
const isAsked = ({ conversation }: Turn): boolean => (conversation.frames.at(-1)?.open ?? null) !== null

/** A cry for help beside an answer has its advice already, which nothing is to stand before. */
const isAnswered = ({ utterances }: Turn): boolean => utterances.some(({ kind }) => kind === 'emergency')
