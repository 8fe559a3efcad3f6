// The question that waits, in words: with its hint and buttons, and plainer each time it was not understood.
import { listFormat } from '../../contracts/basics/formats'
import type { Suggestion } from '../../contracts/talk/reply'
import { newCodeValue } from '../../dialog/answers/code-answer'
import { firstSentenceFor } from '../../dialog/hearing/first-sentence'
import { takesYesNo, type AskStep } from '../../dialog/model/model'
import { offeredLabel } from '../../dialog/answers/offered-answers'
import { optionLabel, type ShownOptions } from '../../dialog/model/pick-options'
import { placeAskedAbout, streetAskedOn } from '../../dialog/answers/known-address'
import { showAnswer, textIn } from '../../dialog/showing/show-value'
import { doneValue } from '../../dialog/hearing/ticked-choices'
import { walk } from '../../dialog/walk/walk'
import type { Stop } from '../../dialog/walk/stop'
import { formatMessage, spokenIn } from '../../dialog/texts/message-text'
import { cityText } from '../turn/city-text'
import { missedAnswer } from '../turn/missed-question'
import { openDialog, type OpenDialog } from '../turn/open-dialog'
import { escapeMarkdown } from '../../text/plain-text'
import { languageOf, type Turn } from '../turn/turn'
import { button } from './in-city-words'
import type { Worded } from './worded'

/** Words the question or confirmation of the topmost dialog; empty when none is open. */
export function wordOpenQuestion(turn: Turn, saysMissed = false): Worded {
  const open = openDialog(turn)
  if (open === undefined) return { text: '', suggestions: [], sources: [], answer: false }
  const { stop } = walk(open.dialog, open.frame, { ...open.environment, keepsOptions: true })
  const worded = { sources: [], answer: false } as const
  switch (stop.kind) {
    case 'asks':
      return {
        ...worded,
        spoken: spokenIn(stop.question.text, languageOf(turn), turn.message.channel),
        ...(wordChoosing(turn, open, stop, saysMissed) ?? {
          text: wordQuestion(turn, stop, { misses: open.frame.misses, saysMissed }),
          suggestions: [
            ...firstSentenceButton(turn, open, stop.step),
            ...answerButtons(turn, stop.step, stop.options),
          ],
        }),
        ...takesFilesOf(turn, stop.step),
        ...takesPlaceOf(turn, stop.step),
      }
    case 'confirms':
      return {
        ...worded,
        spoken: spokenIn(stop.question.text, languageOf(turn), turn.message.channel),
        text: wordConfirmation(turn, stop, saysMissed),
        suggestions: confirmButtons(turn, stop),
      }
    default:
      return { ...worded, text: '', suggestions: [] }
  }
}

const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n')

type Asks = Extract<Stop, { kind: 'asks' }>

/** At first the question alone; after a miss with its hint; after two with all there is to choose from. */
interface Missed {
  readonly misses: number
  /** Begins with the words that the answer was not understood; without, it was said already or there was no answer. */
  readonly saysMissed: boolean
}

function wordQuestion(turn: Turn, { step, question, options }: Asks, { misses, saysMissed }: Missed): string {
  const language = languageOf(turn)
  const { channel } = turn.message
  const asked = formatMessage(question.text, language, channel, escapeValues(question.values)).text
  const hint = step.hint === undefined ? undefined : formatMessage(step.hint, language, channel).text
  const cannotBeSent = step.files !== undefined && channel === 'sms'
  if (misses === 0)
    return paragraphs(
      asked,
      step.choices.length === 0 ? hint : undefined,
      cannotBeSent ? wordMissed(turn, step) : undefined,
    )
  const missed = saysMissed ? wordMissed(turn, step) : undefined
  if (step.choices.length > 0 || options !== undefined)
    return paragraphs(missed, asked, misses > 1 ? cityText(turn, 'question.choices') : hint)
  return paragraphs(missed, asked, hint)
}

const takesFilesOf = (turn: Turn, { types, files }: AskStep): Pick<Worded, 'takesFiles'> =>
  files === undefined || turn.message.channel === 'sms'
    ? {}
    : { takesFiles: { type: types.includes('photo') ? 'photo' : 'file', max: files.max } }

const takesPlaceOf = (turn: Turn, { types }: AskStep): Pick<Worded, 'takesPlace'> =>
  types.includes('address') && turn.message.channel === 'web' ? { takesPlace: true } : {}

function wordMissed(turn: Turn, step: AskStep): string {
  const { key, values } = missedAnswer(step)
  return cityText(turn, key, values)
}

/** While the resident is choosing: which of two was meant, or what else belongs to the answer. */
const wordChoosing = (turn: Turn, open: OpenDialog, asks: Asks, saysMissed: boolean) =>
  open.frame.offered.length > 0
    ? wordOffered(turn, open, asks, saysMissed)
    : open.frame.ticked.length > 0
      ? wordTicked(turn, open, asks.step)
      : undefined

/** What was tapped so far, with buttons for the rest. */
function wordTicked(
  turn: Turn,
  { frame, environment }: OpenDialog,
  step: AskStep,
): Pick<Worded, 'text' | 'suggestions'> {
  const rest = { ...step, choices: step.choices.filter(({ code }) => !frame.ticked.includes(code)) }
  const options = String(showAnswer(step, frame.ticked, environment))
  const done = button(turn, 'answer.done', { name: `answer:${step.name}`, value: doneValue })
  return {
    text: cityText(turn, 'question.ticked', { options: escapeMarkdown(options) }),
    suggestions: [...answerButtons(turn, { ...rest, optional: false }), done],
  }
}

/** What no register knows and no word tells: "Jag känner inte till Vänta lite. Är det en plats i staden?" */
function wordDoubtfulPlace(turn: Turn, step: AskStep, place: string): Pick<Worded, 'text' | 'suggestions'> {
  return {
    text: cityText(turn, 'question.is-place', { place: escapeMarkdown(place) }),
    suggestions: [
      button(turn, 'answer.yes', { name: `answer:${step.name}`, value: place }),
      button(turn, 'answer.no', { name: 'change', value: step.name }),
      ...skipButton(turn, step),
    ],
  }
}

/** "Menar du fredag 27 november eller fredag 4 december?", with a button for each. */
function wordOffered(
  turn: Turn,
  { frame, environment }: OpenDialog,
  { step, options: known }: Asks,
  saysMissed: boolean,
): Pick<Worded, 'text' | 'suggestions'> {
  const place = placeAskedAbout(step, frame.offered, environment.places)
  if (place !== undefined) return wordDoubtfulPlace(turn, step, place)
  const labels = frame.offered.map((value) => offeredLabel(step, value, environment, known))
  const options = listFormat(languageOf(turn), { type: 'disjunction' }).format(labels)
  const street = streetAskedOn(step, frame.offered, environment.places)
  const asked =
    street === undefined
      ? cityText(turn, step.types.includes('date') ? 'question.which-day' : 'question.which-one', {
          options: escapeMarkdown(options),
        })
      : cityText(turn, 'question.which-number', { street: escapeMarkdown(street) })
  const buttons = frame.offered.map((value, index) => ({
    label: labels[index] ?? '',
    choice: {
      name: `answer:${step.name}`,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    },
  }))
  return {
    text: paragraphs(saysMissed ? cityText(turn, 'question.not-understood') : undefined, asked),
    suggestions: [...buttons, ...skipButton(turn, step)],
  }
}

function wordConfirmation(
  turn: Turn,
  { question, summary }: Extract<Stop, { kind: 'confirms' }>,
  saysMissed: boolean,
): string {
  const asked = formatMessage(
    question.text,
    languageOf(turn),
    turn.message.channel,
    escapeValues(question.values),
  ).text
  const lines = summary.map(({ label, value }) => `- ${label}: ${escapeMarkdown(value)}`)
  return paragraphs(
    saysMissed ? cityText(turn, 'confirm.not-understood') : undefined,
    lines.length === 0 ? undefined : `${cityText(turn, 'confirm.summary')}\n\n${lines.join('\n')}`,
    asked,
  )
}

/** Values may be what a resident wrote; they show as written. */
export const escapeValues = (
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeMarkdown(value) : value,
    ]),
  )

function answerButtons(turn: Turn, step: AskStep, picks?: ShownOptions): readonly Suggestion[] {
  const name = `answer:${step.name}`
  const yesNo = takesYesNo(step)
    ? [button(turn, 'answer.yes', { name, value: 'yes' }), button(turn, 'answer.no', { name, value: 'no' })]
    : []
  const choices = step.choices.map(({ code, label }) => ({
    label: textIn(label, languageOf(turn)),
    choice: { name, value: code },
  }))
  const again = step.to === undefined ? [] : [button(turn, 'code.again', { name, value: newCodeValue })]
  return [
    ...thisNumberButton(turn, step),
    ...choices,
    ...pickButtons(turn, step, picks),
    ...yesNo,
    ...again,
    ...skipButton(turn, step),
  ]
}

function firstSentenceButton(turn: Turn, { frame }: OpenDialog, step: AskStep): readonly Suggestion[] {
  const value = firstSentenceFor(step, frame)
  return value === undefined
    ? []
    : [button(turn, 'answer.already-said', { name: `answer:${step.name}`, value })]
}

/** Nobody types the number that they write from. */
function thisNumberButton(turn: Turn, { name, types }: AskStep): readonly Suggestion[] {
  const { message, conversation } = turn
  return types.includes('phone') && message.channel === 'sms' && conversation.phone !== null
    ? [button(turn, 'answer.this-number', { name: `answer:${name}`, value: conversation.phone.theirs })]
    : []
}

const pickButtons = (turn: Turn, { name }: AskStep, picks?: ShownOptions): readonly Suggestion[] => [
  ...(picks?.shown ?? []).map(({ id, label }) => ({
    label: optionLabel(label, languageOf(turn)),
    choice: { name: `answer:${name}`, value: id },
  })),
  ...(picks?.hasMore === true ? [button(turn, 'options.more', { name: 'more', value: name })] : []),
]

const skipButton = (turn: Turn, { optional }: AskStep): readonly Suggestion[] =>
  optional ? [button(turn, 'answer.skip', { name: 'command', value: 'skip' })] : []

const confirmButtons = (
  turn: Turn,
  { step, hash }: Extract<Stop, { kind: 'confirms' }>,
): readonly Suggestion[] => [
  button(turn, 'confirm.send', { name: `confirm:${step.name}`, value: hash }),
  button(turn, 'confirm.change', { name: 'change', value: step.name }),
]
