// D032 and D033: what is known of a person is kept for a time that is said, after a yes, and does not stray.
import { namesIn } from '../../model/condition'
import { words } from '../../model/finding'
import type { AskStep, Dialog, Step } from '../../model/model'
import { flatten } from '../../model/step-tree'
import type { DialogReading } from '../names/dialog-reading'
import { asksForPerson, isOwnNumber, isPersonal, isPersonalType } from '../names/personal-data'
import { writtenFor, type SpokenText } from '../names/spoken-texts'

export function checkPrivacy(
  dialog: Pick<Dialog, 'steps' | 'asks' | 'sensitive'>,
  spoken: readonly SpokenText[],
  reading: DialogReading,
): void {
  for (const ask of dialog.asks.values())
    if (asksForPerson(ask) && ask.keepDays === undefined) reportNoKeep(ask, reading)
  checkConsentFirst(dialog, reading)
  for (const one of spoken) checkStraying(one, dialog, reading)
}

const reportNoKeep = (ask: AskStep, { report }: DialogReading): void =>
  report.fault(
    'D032',
    ask.place,
    words(
      `"${ask.name}" är en personuppgift, men det står inte hur länge den sparas`,
      `"${ask.name}" is personal data, but it is not said how long it is kept`,
      'Lägg till keep: med en tid ur dokumenthanteringsplanen, till exempel keep: 90 days.',
      'Add keep: with a time of the retention plan, for example keep: 90 days.',
    ),
    // A name may be that of a house or a dog.
    { severity: isPersonalType(ask) ? 'error' : 'warning' },
  )

/** Where a dialog asks for consent, nothing personal is asked or written before it. */
function checkConsentFirst({ steps, asks }: Pick<Dialog, 'steps' | 'asks'>, { report }: DialogReading): void {
  const order = flatten(steps)
  const consent = order.findIndex((step) => step.kind === 'ask' && step.types.includes('consent'))
  const early = order.slice(0, Math.max(0, consent)).find((step) => handlesPerson(step, asks))
  if (early === undefined) return
  report.fault(
    'D032',
    early.place,
    words(
      'personuppgifter hanteras här, före frågan om samtycke',
      'personal data is handled here, before the question for consent',
      'Flytta upp frågan om samtycke.',
      'Move the question for consent up.',
    ),
  )
}

function handlesPerson(step: Step, asks: ReadonlyMap<string, AskStep>): boolean {
  if (step.kind === 'ask') return isPersonal(step)
  if (step.kind !== 'do' || step.effect === 'read') return false
  const used = step.with.flatMap(({ expression }) => namesIn(expression))
  return used.some((name) => {
    const ask = asks.get(name)
    return ask !== undefined && isPersonal(ask)
  })
}

/** D033 in a sensitive dialog: personal data in a text or a reason for a hand-off, any answer in a web address. */
function checkStraying(
  { step, texts, asks: own }: SpokenText,
  { asks, sensitive }: Pick<Dialog, 'asks' | 'sensitive'>,
  { texts: table, report }: DialogReading,
): void {
  const written = sensitive ? writtenFor(table, texts, 'sv') : undefined
  if (written === undefined) return
  for (const { 0: whole, 1: name = '', index } of written.text.matchAll(/\{([^{},\s]+)\}?/g)) {
    const ask = (own ?? asks).get(name)
    const isInAddress = /https?:\/\/\S*$/.test(written.text.slice(0, index))
    const isStraying = isInAddress || step.kind === 'handoff'
    if (ask === undefined || !(isStraying || (isPersonal(ask) && !isOwnNumber(ask)))) continue
    const where = isInAddress
      ? (['en webbadress', 'a web address'] as const)
      : step.kind === 'handoff'
        ? (['skälet till överlämningen', 'the reason for the hand-off'] as const)
        : (['en text', 'a text'] as const)
    report.fault(
      'D033',
      written.place(index, index + whole.length),
      words(
        `{${name}} är känsligt och ska inte stå i ${where[0]}`,
        `{${name}} is sensitive and shall not stand in ${where[1]}`,
        'Ta bort det. Den som tar emot ärendet ser svaren ändå.',
        'Remove it. Whoever receives the case sees the answers anyway.',
      ),
    )
  }
}
