// Work that is done again only when what it is made from has changed: what it gave and what it found.
import type { Finding } from '../../../contracts/basics/finding'
import { createReport, type Report } from './report'

interface Done {
  readonly inputs: readonly unknown[]
  readonly result: unknown
  readonly findings: readonly Finding[]
}

export type Remember = <Result>(
  key: object,
  inputs: readonly unknown[],
  report: Report,
  work: (report: Report) => Result,
) => Result

/** `key` and each of `inputs` are compared by identity; findings go to `report` either way. Forgotten with its key. */
export function createMemory(): Remember {
  const memory = new WeakMap<object, Done>()
  return <Result>(
    key: object,
    inputs: readonly unknown[],
    report: Report,
    work: (report: Report) => Result,
  ): Result => {
    const before = memory.get(key)
    const isSame =
      before !== undefined &&
      before.inputs.length === inputs.length &&
      inputs.every((input, index) => input === before.inputs[index])
    const done = isSame ? before : doIt(inputs, work)
    memory.set(key, done)
    done.findings.forEach((found) => report.add(found))
    return done.result as Result
  }
}

function doIt(inputs: readonly unknown[], work: (report: Report) => unknown): Done {
  const findings: Finding[] = []
  return { inputs, result: work(createReport(findings)), findings }
}
