// X002 and X003: what no test can come by, as far as it shows without playing the tests.
import { words } from '../../model/finding'
import type { AskStep, IfStep, Step } from '../../model/model'
import type { ChatLine, DialogTest, ExpectedValue } from '../../model/dialog-test'
import { flatten } from '../../model/step-tree'
import type { DialogReading } from '../names/dialog-reading'

export function checkTested(
  steps: readonly Step[],
  tests: readonly DialogTest[],
  { report }: Pick<DialogReading, 'report'>,
): void {
  if (tests.length === 0) return
  const lines = tests.flatMap(({ chat }) => chat)
  for (const step of flatten(steps)) {
    if (step.kind === 'ask')
      [step, ...(step.list?.each ?? [])].forEach((ask) => reportChoices(ask, lines, report))
    if (step.kind === 'if') reportBranches(step, lines, report)
  }
  for (const test of tests) reportUnfinished(test, report)
}

function reportChoices(step: AskStep, lines: readonly ChatLine[], report: DialogReading['report']): void {
  const untested = step.choices.filter((_, index) => !lines.some((line) => mayChoose(step, index, line)))
  if (untested.length === 0) return
  const list = untested.map(({ code }) => `"${code}"`).join(', ')
  report.fault(
    'X002',
    step.place,
    words(
      `inget prov svarar ${list} på "${step.name}"`,
      `no test answers "${step.name}" with ${list}`,
      'Lägg till ett prov, eller låt ett som finns svara så.',
      'Add a test, or let an existing one answer so.',
    ),
  )
}

/** The codes an expected answer names: one, several after commas, or those of a list's entries. */
function wordsIn(value: ExpectedValue | undefined): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return value.split(/,\s*/)
  return value.flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))
}

/** Any text that holds one of the choice's words may choose it. */
function mayChoose({ name, choices }: AskStep, index: number, line: ChatLine): boolean {
  const choice = choices[index]
  if (choice === undefined) return false
  if (line.kind === 'expect') return wordsIn(line.values[name]).includes(choice.code)
  if (line.kind !== 'user') return false
  const text = line.text.toLowerCase().trim()
  const spoken = [...choice.label.byKey.values(), ...[...choice.synonyms.values()].flat(), choice.code]
  return text === String(index + 1) || spoken.some((word) => text.includes(word.toLowerCase()))
}

function reportBranches(step: IfStep, lines: readonly ChatLine[], report: DialogReading['report']): void {
  const names = namesOf(step.then)
  if (names.length === 0 || names.some((name) => lines.some((line) => mentions(line, name)))) return
  report.fault(
    'X002',
    step.place,
    words(
      'inget prov går in i den här grenen',
      'no test goes into this branch',
      `Lägg till ett prov som kommer till "${names[0] ?? ''}".`,
      `Add a test that gets to "${names[0] ?? ''}".`,
    ),
  )
}

/** What a test can name in a branch; texts without an id of their own it can only quote. */
const namesOf = (steps: readonly Step[]): readonly string[] =>
  flatten(steps).flatMap((step) => {
    if (step.kind === 'ask' || step.kind === 'confirm') return [step.name]
    if (step.kind === 'say' || step.kind === 'handoff') return [step.id, ...step.text.byKey.values()]
    return step.kind === 'do' ? [step.action] : step.kind === 'end' ? [step.status] : []
  })

function mentions(line: ChatLine, name: string): boolean {
  switch (line.kind) {
    case 'asks':
      return line.name === name
    case 'does':
      return line.action === name
    case 'ends':
      return line.status === name
    case 'says':
      return line.text === name || name.includes(line.text)
    case 'expect':
      return Object.hasOwn(line.values, name)
    case 'user':
    case 'sends':
      return false
  }
}

/** A test that ends with what the resident says has not looked at what the bot answers. */
function reportUnfinished({ chat, name, place }: DialogTest, report: DialogReading['report']): void {
  const last = chat.at(-1)
  if (last !== undefined && last.kind !== 'user' && last.kind !== 'sends') return
  report.fault(
    'X003',
    last?.place ?? place,
    words(
      last === undefined ? `provet "${name}" är tomt` : `provet "${name}" slutar innan boten har svarat`,
      last === undefined
        ? `the test "${name}" is empty`
        : `the test "${name}" ends before the bot has answered`,
      'Skriv asks:, says: eller ends: sist.',
      'Write asks:, says: or ends: at the end.',
    ),
  )
}
