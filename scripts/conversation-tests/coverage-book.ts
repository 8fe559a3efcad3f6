// Collects what all tests of a dialog came by, and says how much of the dialog that is.
import type { Value } from '../../bot/contracts/talk/value'
import { coverageOf, type Untested } from '../../bot/dialog/model/coverage'
import type { Dialog } from '../../bot/dialog/model/model'
import type { FindingLanguage } from '../command/render-findings'
import type { TerminalTurn } from '../talk/terminal-bot'

export class CoverageBook {
  readonly trace = new Set<string>()
  readonly answers = new Map<string, Set<Value>>()

  note(dialog: string, turns: readonly TerminalTurn[]): void {
    for (const { events, answers } of turns) {
      const walks = events
        .filter((event) => event.kind === 'walked')
        .filter((event) => event.dialog === dialog)
      if (walks.length === 0) continue
      for (const { trace } of walks) for (const key of trace) this.trace.add(key)
      for (const [name, value] of Object.entries(answers)) this.noteAnswer(name, value)
    }
  }

  /** Of a list, each of its values, and those of its records under their own names. */
  private noteAnswer(name: string, value: Value): void {
    if (Array.isArray(value))
      value.forEach((item: Value) => {
        this.noteAnswer(name, item)
      })
    else if (typeof value === 'object')
      for (const [field, inner] of Object.entries(value)) this.noteAnswer(`${name}.${field}`, inner)
    else this.answers.set(name, (this.answers.get(name) ?? new Set()).add(value))
  }
}

const words = {
  sv: {
    steps: 'steg',
    branches: 'grenar',
    choices: 'val',
    kinds: { step: 'steget', branch: 'grenen', choice: 'valet' },
    untested: 'inte provat',
  },
  en: {
    steps: 'steps',
    branches: 'branches',
    choices: 'choices',
    kinds: { step: 'the step', branch: 'the branch', choice: 'the choice' },
    untested: 'not tested',
  },
} as const

/** `felanmalan: 14 av 16 steg, 5 av 6 grenar, 7 av 7 val`, and below it what is missing when wanted. */
export function renderCoverage(
  dialog: Dialog,
  book: CoverageBook,
  { language, untested: isListed }: { readonly language: FindingLanguage; readonly untested: boolean },
): string {
  const { steps, branches, choices, untested } = coverageOf(dialog, book)
  const said = words[language]
  const of = language === 'sv' ? 'av' : 'of'
  const share = ({ tested, all }: { readonly tested: number; readonly all: number }) =>
    `${tested} ${of} ${all}`
  const head = `  ${dialog.id}: ${share(steps)} ${said.steps}, ${share(branches)} ${said.branches}, ${share(choices)} ${said.choices}`
  const line = ({ place, kind, name }: Untested) =>
    `    ${place.file}:${place.line} X002 ${said.untested}: ${said.kinds[kind]} ${name}`
  return [head, ...(isListed ? untested.map(line) : [])].join('\n')
}
