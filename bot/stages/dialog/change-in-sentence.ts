// "Kan ni ringa på torsdag i stället", "fel nummer, det ska vara …" after something was done: heard as it would have been before it
// was sent, so that what is new stands in what is confirmed again.
import type { Frame } from '../../contracts/talk/conversation'
import { areDays, readPick } from '../../dialog/answers/read-pick'
import { findCorrection } from '../../dialog/hearing/find-correction'
import { interpret } from '../../dialog/hearing/interpret'
import { toldWhenAnew } from '../../dialog/hearing/told-along'
import type { Interpretation } from '../../dialog/answers/interpretation'
import type { Dialog } from '../../dialog/model/model'
import type { WalkEnvironment } from '../../dialog/model/walk-environment'
import { optionsNow } from '../../dialog/walk/options-now'
import { reopenWrite } from '../../dialog/walk/reverse-write'
import { walk } from '../../dialog/walk/walk'
import { findDates } from '../../dialog/words/find-dates'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'
import type { Reversible, Wanted } from './offer-reversal'
import { wantedOfWhatIsDone } from './reversal-words'

const nothingNamed: Wanted = { answers: [], name: null }

/** Undefined when the sentence changes nothing of what was done. */
export function changeInSentence(turn: Turn, found: Reversible): Wanted | undefined {
  const wanted = wantedOfWhatIsDone(turn.text) === 'change' ? nothingNamed : undefined
  const { dialog, step } = found
  if (step.update === undefined) return wanted
  const environment = walkEnvironment(turn)
  const { frame } = walk(dialog, { ...reopenWrite(dialog, found.frame, found), open: null }, environment)
  const told = toldWhenAnew(dialog, frame, turn.text, environment)
  if (told.length > 0 && (wanted !== undefined || isStillAbout(turn, dialog)))
    return { answers: told, name: null }
  const read = interpret(dialog, frame, turn.text, environment)
  if (wanted !== undefined) {
    const named = wantedOf(read) ?? wanted
    return (named === nothingNamed ? dayWanted(dialog, frame, turn.text, environment) : undefined) ?? named
  }
  return isStillAbout(turn, dialog) && isCorrection(turn.text, dialog, read) ? wantedOf(read) : undefined
}

const speaksOfDay = /(?<!\p{L})(?:dag|dagen|datum|datumet|tid|tiden|day|date|time)(?!\p{L})/iu

/** "Flytta hämtningen till lördag", "jag vill byta dag": the question whose options are days, answered or asked anew. */
function dayWanted(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Wanted | undefined {
  const ask = [...dialog.asks.values()].find(({ pick }) => pick !== undefined)
  const options = ask && optionsNow(dialog, frame, ask, environment)
  if (ask === undefined || options === undefined || !areDays(options.all)) return undefined
  const said = text.replace(/[\s?!.]+$/u, '')
  const reading = readPick(options, said, environment)
  if (reading.kind === 'value')
    return { answers: [{ name: ask.name, value: reading.value, raw: said, source: 'typed' }], name: null }
  const namesDay = findDates(said, environment.today, environment.language === 'en').length > 0
  return namesDay || speaksOfDay.test(said) ? { answers: [], name: ask.name } : undefined
}

/** Something else was talked about since: then a day or a number is about that. */
const isStillAbout = ({ conversation }: Turn, { id }: Dialog): boolean =>
  conversation.lastTopic === `dialog:${id}`

function wantedOf(read: Interpretation): Wanted | undefined {
  if (read.kind === 'answers') return { answers: read.answers, name: null }
  if (read.kind === 'reopen') return { answers: [], name: read.name }
  return read.kind === 'which' ? nothingNamed : undefined
}

/** Any words can be the answer to a question for a text: there the question must be named. */
function isCorrection(text: string, dialog: Dialog, read: Interpretation): boolean {
  const correction = findCorrection(dialog, text)
  if (correction === undefined || correction.kind === 'remove') return false
  const isNamed = correction.kind === 'value' && correction.isMarked
  return (
    isNamed ||
    read.kind !== 'answers' ||
    read.answers.every(({ name }) => dialog.asks.get(name)?.types.includes('text') !== true)
  )
}
