// Every action by its name: the house's own, and those that are requests to other systems.
import type { RunAction } from '../contracts/cases/action'
import type { Store } from '../contracts/store/store'
import { writeOnce } from './write-once'

interface Declared {
  readonly effect: 'read' | 'write'
  readonly http?: object
}

export interface ActionParts {
  readonly builtIn: RunAction
  /** Sends requests; without it those actions are `unavailable`. */
  readonly remote: RunAction | undefined
  readonly actions: () => ReadonlyMap<string, Declared>
  readonly store: Pick<Store, 'record' | 'putRecord'>
}

/** The house's own writes are kept in the commit of their turn; those of others are journalled around the request. */
export function createActions({ builtIn, remote, actions, store }: ActionParts): RunAction {
  if (remote === undefined) return builtIn
  const remoteWrite = writeOnce(remote, store)
  return (call) => {
    const action = actions().get(call.name)
    if (action?.http === undefined) return builtIn(call)
    return action.effect === 'write' ? remoteWrite(call) : remote(call)
  }
}
