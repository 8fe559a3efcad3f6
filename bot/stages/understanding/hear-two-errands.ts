// "Gatlyktan är trasig och så vill jag boka grovsopor": two errands in one message. The first begins, the second waits below it
// as a dialog that was interrupted does, and the resident is told so.
import type { TopicId } from '../../contracts/classifier'
import { madeOnce } from '../../contracts/made-once'
import type { Dialog } from '../../dialog/model'
import { flatten } from '../../dialog/step-tree'
import { decideTopic } from '../../understanding/decide-topic'
import { isAmidst, leadsTo } from './decide'
import { rememberThought } from './keep-unanswered'
import { areOfOneThing } from './of-one-thing'
import { startDialog } from '../dialog/start-dialog'
import { goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

interface Errand {
  readonly dialog: string
  /** What of the message is about it. */
  readonly text: string
}

/** Where one errand may end and another begin: after a sentence, at an "and". */
const joints = /[.!?;]+\s+|,?\s+(?:och|samt|plus|dessutom|sen|sedan|and|also|then)\s+/giu
/** With more of them it is a story, and not two errands. */
const mostJoints = 6
/** What the message as a whole hardly speaks of is no errand of its own, however sure its half is. */
const leastOfWhole = 0.01

/** The message cut in two, at each joint in turn. */
function halves(text: string): readonly (readonly [string, string])[] {
  const found = [...text.matchAll(joints)]
  if (found.length > mostJoints) return []
  return found.map(({ 0: joint, index }) => [text.slice(0, index), text.slice(index + joint.length)] as const)
}

/** The dialog that the words are surely about by themselves, as sure as what interrupts another dialog has to be. */
function errandIn(turn: Turn, text: string): Errand | undefined {
  const words = wordsToRecognise(turn, text)
  const decision = decideTopic(turn.content.classifier.classify(words, languageOf(turn)), {
    interrupting: true,
    areOne: (a, b) => leadsTo(turn, a, b) || leadsTo(turn, b, a),
  })
  const dialog = decision.kind === 'sure' ? dialogOf(decision.topic) : undefined
  return dialog !== undefined && isErrand(turn, dialog) ? { dialog, text } : undefined
}

const topicOf = ({ dialog }: Errand): TopicId => `dialog:${dialog}`
const dialogOf = (topic: TopicId): string | undefined => /^dialog:(.+)$/.exec(topic)?.[1]

/** It hands something in; what only tells something, as of opening hours, is said beside an errand. */
const handsIn = madeOnce(({ steps }: Dialog): boolean =>
  flatten(steps).some(({ kind }) => kind === 'confirm'),
)

/** To be called is a way to go about the errand beside it, rather than one of its own. */
function isErrand({ content }: Turn, id: string): boolean {
  const dialog = content.dialogs.get(id)
  return dialog !== undefined && id !== content.city.callBackDialog && handsIn(dialog)
}

function areTwo(turn: Turn, one: Errand, other: Errand): boolean {
  const topics = [topicOf(one), topicOf(other)] as const
  const likely = (topic: TopicId): boolean =>
    turn.classification?.best.some(
      ({ label, probability }) => label === topic && probability >= leastOfWhole,
    ) === true
  return one.dialog !== other.dialog && topics.every(likely) && !areOfOneThing(turn, ...topics)
}

function twoErrands(turn: Turn): readonly [Errand, Errand] | undefined {
  for (const [before, after] of halves(turn.text)) {
    const first = errandIn(turn, before)
    const second = first && errandIn(turn, after)
    if (first !== undefined && second !== undefined && areTwo(turn, first, second)) return [first, second]
  }
  return undefined
}

export const hearTwoErrands: Stage = (turn) => {
  if (turn.plan !== undefined || turn.classification === undefined || isAmidst(turn)) return goOn(turn)
  const errands = twoErrands(turn)
  if (errands === undefined) return goOn(turn)
  const [first, second] = errands
  const heard = rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true })
  const waiting = startDialog({ ...heard, text: second.text }, second.dialog)
  if (waiting.kind === 'end') return goOn(turn)
  return goOn({
    ...waiting.turn,
    // Each errand reads its own words: the address of the lamp is not where the sofa is fetched.
    text: first.text,
    utterances: [
      ...turn.utterances,
      { kind: 'dialog-title', key: 'dialog.one-at-a-time', dialog: second.dialog },
    ],
    plan: { kind: 'start', dialog: first.dialog },
  })
}
