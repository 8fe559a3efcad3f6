// How long staff wait for the checks: of two hundred dialogs, of one that changed among them, and of a hostile condition.
import { createDialogCompiler } from '../../bot/dialog/reading/compile-dialogs'
import { parseCondition } from '../../bot/dialog/condition/parse-condition'
import { readDialogFiles } from '../../bot/dialog/reading/read-dialog-files'
import { percentile, rounded } from './figures'
import { manyDialogs } from './many-dialogs'

const dialogs = 200
const changes = 30
const today = '2026-11-24'
const hostileLength = 100_000

/** @throws Error when the dialogs are not sound, for then something else is measured. */
export async function benchCheck(): Promise<Readonly<Record<string, number>>> {
  const shared = (await readDialogFiles('dialogs')).filter(({ path }) =>
    /(city|actions)[.\w]*yaml$/.test(path),
  )
  const files = [...shared, ...manyDialogs(dialogs)]
  const compile = createDialogCompiler()
  const startedAt = performance.now()
  const { findings } = compile({ files, today })
  const allMs = performance.now() - startedAt
  const fault = findings.find(({ severity, place }) => severity === 'error' && place.file.includes('arende'))
  if (fault !== undefined) throw new Error(`the generated dialogs are not sound: ${JSON.stringify(fault)}`)
  const oneMs = Array.from({ length: changes }, (_, n) => {
    const changed = files.map((file) =>
      file.path === 'dialogs/arende-100.yaml'
        ? { ...file, text: file.text.replace('Beskriv det.', `Beskriv det ${n}.`) }
        : file,
    )
    const begunAt = performance.now()
    compile({ files: changed, today })
    return performance.now() - begunAt
  })
  return {
    checkTwoHundredDialogsMs: rounded(allMs),
    checkOneChangedP50Ms: rounded(percentile(oneMs, 0.5)),
    checkOneChangedP95Ms: rounded(percentile(oneMs, 0.95)),
    ...benchCondition(),
  }
}

function benchCondition(): Readonly<Record<string, number>> {
  const hostile = ['(', 'not ', '1+', '"', 'if(', 'a is b or ', 'b is “a '].map((piece) =>
    piece.repeat(hostileLength / piece.length),
  )
  const samples = hostile.map((text) => {
    const startedAt = performance.now()
    parseCondition(text)
    return performance.now() - startedAt
  })
  return { hostileConditionMaxMs: rounded(Math.max(...samples)) }
}
