// Every text that a resident may read, with the step it belongs to and whether it can be sent by SMS at all.
import { textKey, type Texts } from '../../../contracts/talk/texts'
import type { Language } from '../../../contracts/talk/language'
import type { WrittenText } from '../../../yaml/written-text'
import type { Expression } from '../../model/condition'
import type { AskStep, Notice, Step } from '../../model/model'
import { askBranches } from '../../model/step-tree'
import type { NameTable } from './name-table'
import type { TextTable } from '../fields/texts'

export interface SpokenText {
  readonly step: Step | Notice
  readonly texts: Texts
  /** The question itself, after which its choices are listed. */
  readonly isQuestion: boolean
  /** It stands where `channel is web`. */
  readonly isWebOnly: boolean
  /** Of a notice, which knows other names than the dialog: these, and the questions behind them. */
  readonly names?: NameTable
  readonly asks?: ReadonlyMap<string, AskStep>
}

/** The texts of these steps and of those within them, in the order written. */
export function spokenTexts(steps: readonly Step[], isWebOnly = false): readonly SpokenText[] {
  return steps.flatMap((step) => {
    const here = isWebOnly || saysWeb(step.onlyIf)
    const own = textsOf(step).map((texts, index) => ({
      step,
      texts,
      isQuestion: step.kind === 'ask' && index === 0,
      isWebOnly: here,
    }))
    if (step.kind === 'if')
      return [...spokenTexts(step.then, here || saysWeb(step.condition)), ...spokenTexts(step.else, here)]
    if (step.kind === 'do' || step.kind === 'call')
      return [...step.ifFails.values()].flatMap((branch) => spokenTexts(branch, here))
    if (step.kind === 'ask') {
      const failures = [...askBranches(step).values()].flatMap((branch) => spokenTexts(branch, here))
      return [...own, ...spokenTexts(step.list?.each ?? [], here), ...failures]
    }
    return own
  })
}

function textsOf(step: Step): readonly Texts[] {
  switch (step.kind) {
    case 'say':
      return [step.text]
    case 'ask':
      return [step.question, step.hint, step.why, step.else].filter((text) => text !== undefined)
    case 'confirm':
      return [step.question]
    case 'handoff':
      return [step.text, step.closed].filter((text) => text !== undefined)
    default:
      return []
  }
}

/** `channel is web`, alone or as a part of an `and`. */
export function saysWeb(condition: Expression | undefined): boolean {
  if (condition?.kind === 'all') return condition.parts.some(saysWeb)
  return (
    condition?.kind === 'compare' &&
    condition.comparison === 'is' &&
    condition.left.kind === 'name' &&
    condition.left.name === 'channel' &&
    condition.right.kind === 'literal' &&
    condition.right.value === 'web'
  )
}

/** What stands in the files for a text in a language: the channel's own, or the one for all channels. */
export function writtenFor(
  { entries }: TextTable,
  { id }: Texts,
  language: Language,
  channel?: 'sms',
): WrittenText | undefined {
  const written = entries.get(id)?.written
  const own = channel === undefined ? undefined : written?.get(textKey(language, channel))
  return (own ?? written?.get(textKey(language)))?.text
}
