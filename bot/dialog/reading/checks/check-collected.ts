// D042: an answer that is used where it may not have been given yet.
import type { Texts } from '../../../contracts/talk/texts'
import type { Place } from '../../../contracts/basics/finding'
import { sourceLanguage } from '../../../contracts/talk/language'
import { namesIn, partsOf, type Expression } from '../../model/condition'
import { words } from '../../model/finding'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { assume, isCollected, mayBeCollected, type FlowState } from '../steps/flow-state'

export interface FlowChecking {
  readonly reading: DialogReading
  /** Value → how it is worked out. */
  readonly values: ReadonlyMap<string, Expression>
  /** Every question by name. */
  readonly asks: ReadonlyMap<string, AskStep>
  /** What has been told, so that each is told once. */
  readonly told: Set<string>
  /** What the ways followed so far have come by. */
  readonly met: { anEnd: boolean; aRing: boolean }
}

type IsThere = (state: FlowState, name: string) => boolean

/** Names of an expression that may be missing here. Parts of an `and` guard each other. */
export function checkUsedNames(
  expression: Expression,
  state: FlowState,
  checking: FlowChecking,
  isThere: IsThere = isCollected,
): void {
  const guarded = assume(state, guardsOf(expression))
  for (const name of unguardedNames(expression)) {
    if (isAvailable(name, guarded, checking, isThere)) continue
    const written = checking.reading.written.get(expression)
    const at = written?.text.indexOf(name) ?? -1
    if (written !== undefined)
      report(name, written.place(Math.max(0, at), Math.max(0, at) + name.length), checking)
  }
}

/** A name that stands alone, outside of expressions. */
export function checkUsedName(name: string, place: Place, state: FlowState, checking: FlowChecking): void {
  if (!isAvailable(name, state, checking, isCollected)) report(name, place, checking)
}

/** Placeholders of the source text; a text that shows "-" for an answer helps nobody. */
export function checkSpokenNames(text: Texts, place: Place, state: FlowState, checking: FlowChecking): void {
  const entry = checking.reading.texts.entries.get(text.id)
  for (const [key, { text: written, variables }] of entry?.written ?? []) {
    if (key.split('.')[0] !== sourceLanguage) continue
    for (const { name } of variables ?? []) {
      if (name === 'phone' || name === 'city' || isAvailable(name, state, checking, isCollected)) continue
      const at = written.text.indexOf(`{${name}`)
      report(name, at === -1 ? place : written.place(at, at + name.length + 1), checking)
    }
  }
}

/** Only the `given` parts guard: a comparison with a missing answer is what D042 is about. */
const guardsOf = (expression: Expression): Expression | undefined =>
  expression.kind === 'all'
    ? { ...expression, parts: expression.parts.filter(({ kind }) => kind === 'given') }
    : undefined

/** `given x`, `missing x` and `size(x)` are made for answers that may be missing. */
function unguardedNames(expression: Expression): readonly string[] {
  if (expression.kind === 'given' || expression.kind === 'missing' || expression.kind === 'size') return []
  if (expression.kind === 'name') return [expression.name]
  return [...new Set(partsOf(expression).flatMap(unguardedNames))]
}

function isAvailable(
  name: string,
  state: FlowState,
  { reading, values }: FlowChecking,
  isThere: IsThere,
): boolean {
  const known = reading.names.get(name)
  if (known === undefined || known.types.length === 0) return true
  const value = values.get(name)
  if (value === undefined) return known.role === 'value' || isThere(state, name)
  // A value of missing answers is still a value: it is only too early when none of a name's questions came before.
  return namesIn(value).every((part) => {
    const inner = reading.names.get(part)
    return inner === undefined || inner.role === 'value' || mayBeCollected(state, part)
  })
}

function report(name: string, place: Place, { reading, told }: FlowChecking): void {
  // A question that could not be read would have given it.
  if (reading.dropped.size > 0) return
  const key = `${name}:${place.line}:${place.column}`
  if (told.has(key)) return
  told.add(key)
  reading.report.fault(
    'D042',
    place,
    words(
      `"${name}" kan saknas här: frågan är inte alltid ställd eller besvarad`,
      `"${name}" may be missing here: its question is not always asked or answered`,
      `Flytta det till efter frågan, eller skydda det med "given ${name}".`,
      `Move it after the question, or guard it with "given ${name}".`,
    ),
  )
}
