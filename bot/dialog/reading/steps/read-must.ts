// Reads `must`, what an answer has to be, and `else`, what is said when it is not.
import { isEmpty, scalarOf, valueOf, type YamlMap } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { AskStep } from '../../model/model'
import { readCondition, type DialogReading } from '../names/dialog-reading'
import { readNamed } from '../names/step-source'

export function readMust(
  step: YamlMap,
  name: string,
  reading: DialogReading,
): Pick<AskStep, 'must' | 'else'> {
  const otherwise = readNamed(step, 'else', `${name}.must`, reading)
  const node = valueOf(step, 'must')
  const must = node === undefined ? undefined : readCondition(node, 'must', reading)
  checkElse(step, reading)
  return { ...(otherwise && { else: otherwise }), ...(must && { must }) }
}

/** `else` is what is said when `must` does not hold; without a `must` it is never said. */
function checkElse(step: YamlMap, { report }: DialogReading): void {
  const otherwise = scalarOf(step, 'else')
  const must = scalarOf(step, 'must')
  if (must !== undefined && otherwise === undefined && !isEmpty(must)) {
    report.fault(
      'D005',
      must,
      words(
        '"else" saknas: vad säger vi om svaret inte duger?',
        '"else" is missing: what do we say when the answer will not do?',
        'Lägg till else: och vad vi säger då.',
        'Add else: and what we say then.',
      ),
    )
  }
  if (must === undefined && otherwise !== undefined) {
    report.fault(
      'D005',
      otherwise,
      words(
        '"else" sägs aldrig utan "must"',
        '"else" is never said without "must"',
        'Lägg till must: med ett villkor, eller ta bort raden.',
        'Add must: with a condition, or remove the line.',
      ),
    )
  }
}
