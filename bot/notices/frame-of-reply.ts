// The dialog of a notice as a reply to it opens it: what the subscription rests on has been answered already.
import type { ConsentRecord } from '../contracts/home-care/consent'
import type { Frame } from '../contracts/talk/conversation'
import type { Value } from '../contracts/talk/value'
import { putAnswer } from '../dialog/walk/change-answer'
import type { AskStep, Dialog } from '../dialog/model/model'
import { subscribeSteps, topicOf } from '../dialog/model/subscribe-steps'
import { openFrame } from '../dialog/walk/walk'
import type { ToldNotice } from './told'

interface Known {
  readonly name: string
  readonly value: Value
  /** ISO 8601. */
  readonly at: string
}

/**
 * The consents that stand, the number that the text came from, which needs no code, and whom it is about. What else was
 * answered then may be another thing now, and is asked.
 */
export function frameOfReply(
  dialog: Dialog,
  told: ToldNotice,
  { consents, now }: { readonly consents: readonly ConsentRecord[]; readonly now: Date },
): Frame {
  const known = [...consentsKnown(dialog, told, consents), ...inputsKnown(dialog, told, now.toISOString())]
  return known.reduce(
    (frame, { name, value, at }) =>
      putAnswer(dialog, frame, name, { value, raw: '', source: 'extracted', at }),
    openFrame(dialog, { now }),
  )
}

/** Given when they were given, so that they end when they end. */
const consentsKnown = (
  dialog: Dialog,
  { subscription }: ToldNotice,
  consents: readonly ConsentRecord[],
): readonly Known[] =>
  [...dialog.asks.values()].flatMap(({ name, purpose }) => {
    const consent = subscription.purposes.includes(purpose ?? '')
      ? consents.find((one) => one.purpose === purpose)
      : undefined
    return consent === undefined ? [] : [{ name, value: true, at: consent.at }]
  })

function inputsKnown(
  dialog: Dialog,
  { subscription: { topic, person, phone }, isAboutOne }: ToldNotice,
  at: string,
): readonly Known[] {
  const asked = (input: string): string | undefined => questionOf(dialog, topic, input)
  const number = asked('phone')
  const whom = isAboutOne ? asked('person') : undefined
  const isSentTo = ({ to }: AskStep): boolean => to?.kind === 'name' && to.name === number
  const codes = [...dialog.asks.values()].filter(isSentTo).map(({ name }) => name)
  return [
    ...(number === undefined ? [] : [number, ...codes]).map((name) => ({ name, value: phone, at })),
    ...(whom === undefined ? [] : [{ name: whom, value: person, at }]),
  ]
}

/** The question whose answer the subscription keeps as this input; none when it is what an action gave. */
function questionOf(dialog: Dialog, topic: string, input: string): string | undefined {
  const expressions = subscribeSteps(dialog)
    .filter((step) => topicOf(step) === topic)
    .flatMap((step) => step.with.filter(({ name }) => name === input))
    .map(({ expression }) => expression)
  const written = expressions.find((expression) => expression.kind === 'name')
  if (written?.kind !== 'name') return undefined
  const name = dialog.copies?.get(written.name) ?? written.name
  const ask = dialog.asks.get(name)
  // A code that was given is worth the number that it was sent to.
  return ask?.to?.kind === 'name' ? ask.to.name : ask?.name
}
