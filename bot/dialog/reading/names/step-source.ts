// A step before it is read, and the question that two kinds of steps have.
import type { Texts } from '../../../contracts/talk/texts'
import { valueOf, type YamlEntry, type YamlMap } from '../../../yaml/node'
import { words } from '../../model/finding'
import { readStepText, type DialogReading } from './dialog-reading'
import { headOf } from '../fields/read-fields'

/** A step before it is read: its map, its word and the word's value. */
export interface StepSource extends YamlEntry {
  readonly step: YamlMap
}

/** The `question` of an `ask` or `confirm`; D005 when it is missing. */
export function readQuestion(step: YamlMap, name: string, reading: DialogReading): Texts | undefined {
  const value = valueOf(step, 'question')
  if (value === undefined) {
    reading.report.fault(
      'D005',
      headOf(step),
      words(
        `frågan till "${name}" saknas`,
        `the question of "${name}" is missing`,
        'Lägg till question: …',
        'Add question: …',
      ),
    )
  }
  return readStepText({ id: name, property: 'question', value, step }, reading)
}

/** Another text of a step, such as its `hint`; undefined when it has none. */
export function readNamed(
  step: YamlMap,
  property: string,
  id: string,
  reading: DialogReading,
): Texts | undefined {
  const value = valueOf(step, property)
  return value === undefined ? undefined : readStepText({ id, property, value, step }, reading)
}

/** What is said under the question. */
export function readHint(step: YamlMap, name: string, reading: DialogReading): { readonly hint?: Texts } {
  const hint = readNamed(step, 'hint', `${name}.hint`, reading)
  return hint === undefined ? {} : { hint }
}

/** What is said to who asks why. */
export function readWhy(step: YamlMap, name: string, reading: DialogReading): { readonly why?: Texts } {
  const why = readNamed(step, 'why', `${name}.why`, reading)
  return why === undefined ? {} : { why }
}
