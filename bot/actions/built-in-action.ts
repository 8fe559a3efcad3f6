// What a built-in action is, and what it may ask of the house.
import type { ActionCall, ActionResult } from '../contracts/cases/action'
import type { City } from '../contracts/city/city'
import type { Language } from '../contracts/talk/language'
import type { Places } from '../contracts/city/known-place'
import type { Store } from '../contracts/store/store'

export interface ActionContext {
  readonly store: Pick<Store, 'allocateNumber' | 'keepOnce' | 'record' | 'recordsUnder'>
  readonly city: City
  /** Where an address or a landmark of an input is; of a city that supplied none, nothing is known. */
  readonly places?: Places
}

export type BuiltInAction = (call: ActionCall, context: ActionContext) => Promise<ActionResult> | ActionResult

/** An input that is text; empty when it is missing or something else. */
export function textInput(call: ActionCall, name: string): string {
  const value = call.inputs[name]
  return typeof value === 'string' ? value : ''
}

/** Of what the dialog says with the values that the action gives. */
export const languageOfWords = ({ spoken, language }: ActionCall): Language => spoken ?? language
