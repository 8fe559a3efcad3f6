// What an answer is called to the resident. One that a call gives is labelled under the name it has here, or else as the called dialog has it.
import type { Texts } from '../../contracts/talk/texts'
import type { Dialog } from './model'

export function labelOf({ labels, copies, calledLabels }: Dialog, name: string): Texts | undefined {
  const copy = [...(copies ?? [])].find(([, from]) => from === name)?.[0]
  return labels.get(name) ?? (copy === undefined ? undefined : labels.get(copy)) ?? calledLabels?.get(name)
}
