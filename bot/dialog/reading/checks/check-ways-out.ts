// D034: a way to a human, wherever the bot can do no more.
import { words } from '../../model/finding'
import type { DoStep, Step } from '../../model/model'
import { flatten } from '../../model/step-tree'
import type { DialogReading } from '../names/dialog-reading'
import type { YamlScalar } from '../../../yaml/node'

/**
 * Told once for a dialog that hands over nowhere, else at each write that fails into nothing. A dialog that only asks and
 * tells cannot fail, and whoever wants a human can say so anywhere.
 */
export function checkWaysOut(steps: readonly Step[], at: YamlScalar, { report }: DialogReading): void {
  const all = flatten(steps)
  if (!all.some(({ kind }) => kind === 'handoff')) {
    const isErrand = all.some((step) => step.kind === 'do')
    if (!isErrand) return
    report.fault(
      'D034',
      at,
      words(
        'dialogen har ingen väg till en människa',
        'the dialog has no way to a human',
        'Lägg till ett handoff där boten inte kan hjälpa.',
        'Add a handoff where the bot cannot help.',
      ),
    )
    return
  }
  for (const step of all) if (step.kind === 'do' && step.effect === 'write') checkFailures(step, report)
}

function checkFailures(step: DoStep, report: DialogReading['report']): void {
  for (const [failure, branch] of step.ifFails) {
    const goesOn = flatten(branch).some(({ kind }) => kind === 'handoff' || kind === 'forget')
    const ends = flatten(branch).some(({ kind }) => kind === 'end')
    if (goesOn || !ends) continue
    const name = failure === 'else' ? 'if fails' : failure
    report.fault(
      'D034',
      step.place,
      words(
        `misslyckas "${step.action}" (${name}) slutar samtalet utan en människa`,
        `when "${step.action}" fails (${name}) the talk ends without a human`,
        'Lägg till ett handoff där.',
        'Add a handoff there.',
      ),
    )
  }
}
