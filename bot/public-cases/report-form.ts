// The dialog in which residents report a fault, seen as a form: so that a report from elsewhere becomes the same case.
import type { AskStep, Dialog, DoStep } from '../dialog/model/model'
import { flatten } from '../dialog/model/step-tree'

export interface ReportForm {
  readonly dialog: Dialog
  /** What makes the case. */
  readonly write: DoStep
  /** Its choices are the services. */
  readonly service: AskStep
  readonly place: AskStep
  readonly description?: AskStep
  readonly contact?: AskStep
  /** All else that can be answered without a conversation. */
  readonly attributes: readonly AskStep[]
}

const makesCase = 'create_case'
const attributeTypes: ReadonlySet<string> = new Set(['yes/no', 'choice', 'choices', 'number'])

/** What is asked only in some talks leans on what came before it there. */
const isAttribute = ({ types, onlyIf }: AskStep): boolean =>
  onlyIf === undefined && types.every((type) => attributeTypes.has(type))

/** Undefined when the dialog is no such form: its case's category must be chosen in it, and its place asked for. */
export function reportForm(dialog: Dialog): ReportForm | undefined {
  if (dialog.sensitive) return undefined
  const write = flatten(dialog.steps).find((step) => step.kind === 'do' && step.action === makesCase)
  if (write?.kind !== 'do') return undefined
  const asked = (input: string): AskStep | undefined => {
    const expression = write.with.find(({ name }) => name === input)?.expression
    return expression?.kind === 'name' ? dialog.asks.get(expression.name) : undefined
  }
  const [service, place] = [asked('category'), asked('place')]
  if (service === undefined || place === undefined || service.choices.length === 0) return undefined
  const [description, contact] = [asked('text'), asked('contact')]
  const used = new Set([service, place, description, contact])
  return {
    dialog,
    write,
    service,
    place,
    ...(description && { description }),
    ...(contact && { contact }),
    attributes: dialog.steps.flatMap((step) =>
      step.kind === 'ask' && !used.has(step) && isAttribute(step) ? [step] : [],
    ),
  }
}
