// "Klagomål på simhallen och bli uppringd": one wish, to be called, and what the call is about.
import type { TopicId } from '../../contracts/talk/classifier'
import { subjectTold } from '../../dialog/hearing/read-subject'
import { subjectBehindAbout } from '../../dialog/hearing/told-along'
import { languageOf, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { asks, jointsOfCall, pairIn, topicIn } from './two-in-one'

interface Half {
  readonly text: string
  readonly isCall: boolean
}

/** So likely, the two topics that words are nearest to are what they speak of, be it of both. */
const clear = 0.85

/** A complaint about the swimming pool is near two topics; "jag ser dåligt" is near many, and the reason why a call is wanted. */
function isOfItsOwn(turn: Turn, text: string, callBack: TopicId): boolean {
  // "När öppnar ni" is a question of its own, and nothing to call about.
  if (asks(text)) return false
  const { best } = turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
  const nearest = best.slice(0, 2)
  const likely = nearest.reduce((sum, { probability }) => sum + probability, 0)
  return likely >= clear && nearest.every(({ label }) => label !== callBack)
}

export interface CallBeside {
  /** The half that wants a call. */
  readonly call: string
  /** The other one. */
  readonly told: string
  /** What the call is about, unless its own half says so: "min pappa är sjuk, kan ni ringa om hemtjänst". */
  readonly about?: string
}

/** Undefined unless one half wants a call and the other is about something of its own. */
export function callBeside(turn: Turn): CallBeside | undefined {
  const { callBackDialog } = turn.content.city
  const read = (text: string): Half | undefined => {
    if (wantsCall(turn, text)) return { text, isCall: true }
    return isOfItsOwn(turn, text, `dialog:${callBackDialog}`) ? { text, isCall: false } : undefined
  }
  const areApart = (first: Half, second: Half): boolean => first.isCall !== second.isCall
  const halves = pairIn(turn.text, read, areApart, jointsOfCall)
  if (halves === undefined) return undefined
  const [{ text: call }, { text: told }] = halves[0].isCall ? halves : [halves[1], halves[0]]
  const both = { call, told }
  return subjectBehindAbout(call) === undefined ? { ...both, about: subjectTold(told) ?? told } : both
}

/** "Don't call me, I am deaf". */
const denies = /(?<!\p{L})(?:inte|ej|aldrig|not|never|don['’]?t)(?!\p{L})/iu

/** "Kan ni inte ringa mig?" asks for it, by a "not" that denies nothing. */
const asksByNot =
  /(?<!\p{L})(?:kan|kunde|skulle|vill) (?:ni|du|nån|någon) inte (?=(?:kunna )?(?:ringa|bli|tala|prata)(?!\p{L}))/iu
/** "Kan ni inte ringa mig, jag är döv" speaks of no call that is wanted: the message as a whole has to be that likely of one. */
const leastOfAsked = 0.05

export function wantsCall(turn: Turn, text: string): boolean {
  if (!asksByNot.test(text)) return wantsCallPlainly(turn, text)
  const callBack: TopicId = `dialog:${turn.content.city.callBackDialog}`
  const mayBeWanted = turn.classification?.best.some(
    ({ label, probability }) => label === callBack && probability >= leastOfAsked,
  )
  const plain = text.replace(asksByNot, (words) => words.replace(/ inte $/iu, ' '))
  return mayBeWanted === true && wantsCallPlainly(turn, plain)
}

const wantsCallPlainly = (turn: Turn, text: string): boolean =>
  !denies.test(text) && topicIn(turn, text) === `dialog:${turn.content.city.callBackDialog}`
