// A dialog as staff might have left it after an edit: a question more or less, a choice less, one that may be passed over.
import type { AskStep, Dialog, Step } from '../../bot/dialog/model/model'
import { stableHash } from '../../bot/dialog/model/stable-hash'
import { asksWithin } from '../../bot/dialog/model/step-tree'
import type { Chance } from './chance'

const isPlain = (step: Step): step is AskStep => step.kind === 'ask' && step.to === undefined

/** Another shape of the dialog; what conditions and actions miss then is missing for them. */
export function editedDialog(dialog: Dialog, chance: Chance): Dialog {
  const asks = dialog.steps.filter(isPlain)
  if (asks.length === 0) return dialog
  const steps = edit(dialog.steps, chance.pick(asks), chance)
  return {
    ...dialog,
    steps,
    asks: new Map(asksWithin(steps).map((ask) => [ask.name, ask])),
    shapeHash: stableHash([dialog.shapeHash, steps.length, chance.next()]),
  }
}

function edit(steps: readonly Step[], ask: AskStep, chance: Chance): readonly Step[] {
  const put = (...by: readonly Step[]) => steps.flatMap((step) => (step === ask ? by : [step]))
  switch (chance.pick(['remove', 'add', 'optional', 'needed', 'choice'] as const)) {
    case 'remove':
      return put()
    case 'add': {
      const name = `${ask.name}_new`
      const added = { ...ask, name, key: `ask:${name}` }
      return steps.some((step) => step.key === added.key) ? steps : put(ask, added)
    }
    case 'optional':
      return put({ ...ask, optional: true })
    case 'needed':
      return put({ ...ask, optional: false })
    case 'choice':
      return ask.choices.length < 3 ? steps : put({ ...ask, choices: ask.choices.slice(1) })
  }
}
