// A compiler that remembers says the same as one that does not, whatever was changed in between.
import { join } from 'node:path'
import fc from 'fast-check'
import { compileDialogs, createDialogCompiler } from '../../../bot/dialog/reading/compile-dialogs'
import { readDialogFiles } from '../../../bot/dialog/reading/read-dialog-files'
import type { DialogFile } from '../../../bot/dialog/reading/fields/sort-documents'

const today = '2026-11-24'
let shipped: readonly DialogFile[] = []
beforeAll(async () => {
  // Enough of them for every kind of tie between files: calls, translations, the city, the actions, elsewhere.
  const all = await readDialogFiles(join(__dirname, '..', '..', '..', 'dialogs'))
  shipped = all.filter(({ path }) =>
    /\/(?:city|actions|felanmalan|grovsopor|bli-uppringd|verify_phone|translated)(?:\.(?:en|fi))?\.yaml$/.test(
      path,
    ),
  )
})

const pieces = fc.constantFrom(
  '',
  ' ',
  '\n',
  'x',
  ':',
  ' #x',
  '"',
  '- ',
  'ask: place\n',
  'other',
  '{place}',
  'ja',
)
const edits = fc.array(
  fc.record({ file: fc.nat(), at: fc.nat(), drop: fc.nat({ max: 30 }), piece: pieces }),
  {
    minLength: 1,
    maxLength: 5,
  },
)

test('after any row of edits, taken back or not', () => {
  const again = createDialogCompiler()
  const { findings } = again({ files: shipped, today })
  fc.assert(
    fc.property(edits, fc.boolean(), (row, takeBack) => {
      let files = shipped
      for (const { file, at, drop, piece } of row) {
        const index = file % files.length
        files = files.map((one, n) => {
          const start = at % (one.text.length + 1)
          return n === index
            ? { ...one, text: one.text.slice(0, start) + piece + one.text.slice(start + drop) }
            : one
        })
        const here = again({ files, today })
        const fresh = compileDialogs({ files: files.map((one) => ({ ...one })), today })
        const sorted = (findings: typeof here.findings) => findings.map((one) => JSON.stringify(one)).sort()
        expect(sorted(here.findings)).toEqual(sorted(fresh.findings))
        expect([...here.dialogs]).toEqual([...fresh.dialogs])
        expect(here.hash).toBe(fresh.hash)
      }
      if (takeBack) expect(again({ files: shipped, today }).findings).toEqual(findings)
    }),
    { seed: 11, numRuns: 12 },
  )
})

test('a file that has not changed is not read anew', () => {
  const again = createDialogCompiler()
  const first = again({ files: shipped, today })
  const second = again({ files: shipped.map((one) => ({ ...one })), today })
  for (const [id, dialog] of first.drafts) expect(second.drafts.get(id)).toBe(dialog)
})
