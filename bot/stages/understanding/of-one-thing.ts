// Whether two topics are about one thing: "Ansök om hemtjänst" and "Vad hemtjänst kostar".
import type { TopicId } from '../../contracts/talk/classifier'
import { foldDiacritics, readWords } from '../../text/normalise'
import { stemSwedish } from '../../text/stem-swedish'
import { isStopWordAnywhere } from '../../text/stop-words'
import { topicTitle } from './topic-title'
import type { Turn } from '../turn/turn'

/** Their titles share a word that says what they are about. */
export function areOfOneThing(turn: Turn, one: TopicId, other: TopicId): boolean {
  const words = new Set(tellingStems(topicTitle(turn, one)))
  return tellingStems(topicTitle(turn, other)).some((stem) => words.has(stem))
}

/** Of titles: "Råttor och andra skadedjur" and "Andra språk" have nothing in common, nor have the prices of two things. */
const sayNothing = new Set(
  (
    'andra annan annat other tid tider öppettider pris priser avgift avgifter kostar kostnad ' +
    'time times hours price prices fee fees cost costs'
  ).split(' '),
)

const tellingStems = (title: string): readonly string[] =>
  readWords(title)
    .filter((word) => !sayNothing.has(word) && !isStopWordAnywhere(foldDiacritics(word)))
    .flatMap(stemSwedish)
