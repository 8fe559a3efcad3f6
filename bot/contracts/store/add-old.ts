// What is over its time may stand in several places of a store; operators are told of it as one.
import type { OldOfClass } from './store'

export function addOld(counted: readonly OldOfClass[]): OldOfClass {
  const [oldest] = counted.flatMap((one) => one.oldest ?? []).sort()
  return {
    count: counted.reduce((sum, one) => sum + one.count, 0),
    ...(oldest !== undefined && { oldest }),
  }
}
