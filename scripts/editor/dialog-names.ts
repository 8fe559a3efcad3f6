// The names a dialog knows, and its texts by their ids, as an editor offers and explains them.
import type { City } from '../../bot/contracts/city/city'
import type { Texts } from '../../bot/contracts/talk/texts'
import type { Place } from '../../bot/contracts/basics/finding'
import {
  takesYesNo,
  type ActionType,
  type AskStep,
  type Dialog,
  type Step,
} from '../../bot/dialog/model/model'
import { flatten } from '../../bot/dialog/model/step-tree'

export interface KnownName {
  readonly name: string
  readonly role: 'answer' | 'confirmation' | 'result' | 'value' | 'channel'
  /** What it can be, for a choice. */
  readonly codes: readonly string[]
  /** In Swedish, short. */
  readonly detail: string
  readonly ask?: AskStep
  /** Of a result: the action that gives it. */
  readonly action?: string
}

/** Every name that conditions and texts of a dialog may use, each once; of several versions the first counts. */
export function namesOf(
  versions: readonly Dialog[],
  actions: ReadonlyMap<string, ActionType>,
): ReadonlyMap<string, KnownName> {
  const names = new Map<string, KnownName>()
  const add = (name: KnownName) => names.has(name.name) || names.set(name.name, name)
  for (const { steps, values } of versions) {
    for (const step of flatten(steps)) addNames(step, actions, add)
    for (const { name } of values) add({ name, role: 'value', codes: [], detail: 'uträknat värde' })
  }
  add({ name: 'channel', role: 'channel', codes: ['web', 'sms'], detail: 'kanalen' })
  return names
}

/** A name as it is written; a question inside a list is also known by its own name alone. */
export const nameFor = (names: ReadonlyMap<string, KnownName>, word: string): KnownName | undefined =>
  names.get(word) ??
  [...names.values()].find(({ name, ask }) => ask !== undefined && name.endsWith(`.${word}`))

function addNames(
  step: Step,
  actions: ReadonlyMap<string, ActionType>,
  add: (name: KnownName) => unknown,
): void {
  if (step.kind === 'ask') {
    step.list?.each.forEach((inner) => addNames(inner, actions, add))
    const codes = step.choices.length > 0 ? step.choices.map(({ code }) => code) : yesNoCodes(step)
    add({ name: step.name, role: 'answer', codes, detail: `svar, ${step.types.join(' or ')}`, ask: step })
  } else if (step.kind === 'confirm') {
    add({ name: step.name, role: 'confirmation', codes: ['yes', 'no'], detail: 'bekräftelse' })
  } else if (step.kind === 'do') {
    const action = actions.get(step.action)
    for (const [name, type] of action?.gives ?? []) {
      const codes = action?.givesCodes.get(name) ?? (type === 'yes/no' ? ['yes', 'no'] : [])
      add({ name, role: 'result', codes, detail: `från ${step.action}, ${type}`, action: step.action })
    }
  } else if (step.kind === 'call') {
    for (const { as } of step.gives) {
      add({ name: as, role: 'result', codes: [], detail: `från dialogen ${step.dialog}` })
    }
  }
}

const yesNoCodes = (ask: AskStep): readonly string[] => (takesYesNo(ask) ? ['yes', 'no'] : [])

export interface KnownText {
  readonly texts: Texts
  readonly place: Place
}

/** Id → text and where its step stands: `place`, `place.hint`, `thanks`. */
export function textsOf(versions: readonly Dialog[]): ReadonlyMap<string, KnownText> {
  const known = new Map<string, KnownText>()
  for (const step of versions.flatMap(({ steps }) => flatten(steps))) {
    for (const texts of textsOfStep(step)) {
      if (!known.has(texts.id)) known.set(texts.id, { texts, place: step.place })
    }
  }
  for (const { text, place } of versions.flatMap(({ notices }) => [...notices.values()]))
    if (!known.has(text.id)) known.set(text.id, { texts: text, place })
  return known
}

function textsOfStep(step: Step): readonly Texts[] {
  switch (step.kind) {
    case 'say':
      return [step.text]
    case 'ask':
      return [
        ...[step.question, step.hint ?? [], step.why ?? [], step.else ?? [], step.list?.more ?? []].flat(),
        ...(step.list?.each ?? []).flatMap(textsOfStep),
      ]
    case 'confirm':
      return [step.question]
    case 'handoff':
      return [step.text, step.closed ?? []].flat()
    default:
      return []
  }
}

/** A text of the city in Swedish, with a plain word when there is no city. */
export const cityText = (
  city: City | undefined,
  key: 'answer.yes' | 'answer.no' | 'answer.skip',
  language: string,
) =>
  city?.texts.get(key)?.byKey.get(language) ??
  { 'answer.yes': 'Ja', 'answer.no': 'Nej', 'answer.skip': 'Hoppa över' }[key]
