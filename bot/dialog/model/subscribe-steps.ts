// The steps of a dialog that keep a subscription, each for one of its notices.
import type { Dialog, DoStep } from './model'
import { flatten } from './step-tree'

/** The action that keeps one: its `topic` names the notice. What else it takes, the notice may use. */
export const subscribeAction = 'subscribe'

export const subscribeSteps = ({ steps }: Pick<Dialog, 'steps'>): readonly DoStep[] =>
  flatten(steps)
    .filter((step) => step.kind === 'do')
    .filter(({ action }) => action === subscribeAction)

/** The name of the notice, which stands in the file as it is. */
export function topicOf({ with: inputs }: DoStep): string | undefined {
  const topic = inputs.find(({ name }) => name === 'topic')?.expression
  return topic?.kind === 'literal' && typeof topic.value === 'string' ? topic.value : undefined
}
