// Plays the conversations that stand under `tests:` in the dialogs, on both channels and in every language, and tells what no
// test has been through.
import { explainOptions } from './command/explain-options'
import { parseArgs } from 'node:util'
import type { Content } from '../bot/content/content'
import type { Finding } from '../bot/contracts/basics/finding'
import type { Dialog } from '../bot/dialog/model/model'
import { CoverageBook, renderCoverage } from './conversation-tests/coverage-book'
import { playTest } from './conversation-tests/play'
import { renderFailure } from './conversation-tests/render-failure'
import { spokenBy, variantsOf } from './conversation-tests/variants'
import type { FindingLanguage } from './command/render-findings'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'
import { loadShippedContent } from './talk/terminal-bot'

const usage = {
  sv: `Så här: npm run dialogs:test [-- felanmalan grovsopor] [--lang en] [--untested]

Kör varje samtal under "tests:" i dialogs/, eller i de dialoger som anges: som det står, på den andra kanalen om det inte nämner
någon, och en gång för varje språk, dit och tillbaka vid varje meddelande. Talar sedan om hur mycket av varje dialog som är provat.
Slutar med 1 när ett prov går fel.

  --untested   räknar också upp varje steg, gren och val som inget prov har gått igenom
  --lang       språket i rapporten: sv (om inget sägs) eller en`,
  en: `Usage: npm run dialogs:test [-- felanmalan grovsopor] [--lang sv|en] [--untested]

Plays every conversation under "tests:" in dialogs/, or those of the dialogs named: as it stands, on the other channel unless
it names one, and once for each language, switched to and back at every turn. Then tells how much of each dialog the tests
have been through. Ends with 1 when a test fails.

  --untested   also lists each step, branch and choice that no test has been through
  --lang       language of this report: sv (when not given) or en`,
} as const satisfies Readonly<Record<FindingLanguage, string>>

interface Options {
  readonly names: readonly string[]
  readonly language: FindingLanguage
  readonly untested: boolean
  readonly help: boolean
}

/** @throws Error that says what is wrong with the options. */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: languageOption,
      untested: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    names: positionals,
    language: demandReportLanguage(values.lang),
    untested: values.untested,
    help: values.help,
  }
}

/** @throws Error that names what there is, and the faults of a dialog that was left out. */
function chosenDialogs({ dialogs, findings }: Content, { names, language }: Options): readonly Dialog[] {
  for (const name of names.filter((one) => !dialogs.has(one))) {
    const faults = errorsIn(findings).filter(({ place }) => place.file.startsWith(`dialogs/${name}.`))
    const why = faults
      .map(({ place, message }) => `\n  ${place.file}:${place.line} ${message[language]}`)
      .join('')
    const known = [...dialogs.keys()].join(', ')
    throw new Error(
      language === 'sv'
        ? faults.length > 0
          ? `Dialogen ${name} har fel och kan inte provas:${why}`
          : `Det finns ingen dialog ${name}. De som finns är: ${known}.`
        : faults.length > 0
          ? `The dialog ${name} has errors and cannot be tested:${why}`
          : `There is no dialog ${name}. There are: ${known}.`,
    )
  }
  return names.length === 0 ? [...dialogs.values()] : names.flatMap((name) => dialogs.get(name) ?? [])
}

const errorsIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity, place }) => severity === 'error' && place.file.startsWith('dialogs/'))

async function testDialog(content: Content, dialog: Dialog, { language, untested }: Options) {
  const book = new CoverageBook()
  const counts = { passed: 0, failed: 0 }
  for (const test of dialog.tests) {
    const failed: string[] = []
    for (const variant of variantsOf(dialog, test, spokenBy(dialog, content.city))) {
      const { result, turns } = await playTest(content, dialog, test, variant)
      book.note(dialog.id, turns)
      if (result.kind === 'passed') counts.passed += 1
      else failed.push(renderFailure(dialog, result, variant.name, language))
    }
    counts.failed += failed.length
    console.log(failed.length === 0 ? `✓ ${dialog.id}: ${test.name}` : failed.join('\n'))
  }
  console.log(renderCoverage(dialog, book, { language, untested }))
  return counts
}

async function testDialogs(): Promise<number> {
  const options = readOptions()
  if (options.help) {
    console.log(usage[options.language])
    return 0
  }
  const content = await loadShippedContent()
  let [passed, failed] = [0, 0]
  for (const dialog of chosenDialogs(content, options)) {
    const counts = await testDialog(content, dialog, options)
    passed += counts.passed
    failed += counts.failed
  }
  const isSwedish = options.language === 'sv'
  console.log(isSwedish ? `${passed} gick bra, ${failed} gick fel` : `${passed} passed, ${failed} failed`)
  const leftOut = [...new Set(errorsIn(content.findings).map(({ place }) => place.file))]
  if (leftOut.length > 0)
    console.error(
      isSwedish
        ? `Inte provade, för de har fel: ${leftOut.join(', ')}. Kör npm run dialogs:check.`
        : `Not tested, because they have errors: ${leftOut.join(', ')}. Run npm run dialogs:check.`,
    )
  return failed === 0 && leftOut.length === 0 ? 0 : 1
}

testDialogs()
  .then((exitCode) => {
    process.exitCode = exitCode
  })
  .catch((error: unknown) => {
    console.error(explainOptions(error, reportLanguage()))
    process.exitCode = 2
  })
