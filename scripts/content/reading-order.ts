// The order in which people mend: errors first, and nothing yet that may go away by itself when they are mended.
import type { Finding } from '../../bot/contracts/basics/finding'

const isError = ({ severity }: Finding): boolean => severity === 'error'

/** Holds a translation against its Swedish file, which must be right first. */
const ofTranslations: ReadonlySet<string> = new Set(['T020', 'T021', 'T022', 'T023', 'T028'])
/** Holds the tests against steps that may not have been read whole. */
const ofTests: ReadonlySet<string> = new Set(['X002', 'X003'])

/** `dialogs/felanmalan.en.yaml` and `dialogs/felanmalan.yaml` → `dialogs/felanmalan`. */
const topicOf = (file: string): string => file.replace(/^(.*\/)?([^./]*)\..*$/, '$1$2')
const isSource = (file: string): boolean => /^(?:.*\/)?[^./]*\.\w+$/.test(file)

/** The findings as they are shown: the error that causes others stays, what it may cause waits. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  const faulty = new Set(findings.filter(isError).map(({ place }) => place.file))
  const faultySources = new Set([...faulty].filter(isSource).map(topicOf))
  const waits = ({ code, place, severity }: Finding): boolean => {
    if (ofTests.has(code)) return faulty.has(place.file)
    if (!ofTranslations.has(code)) return false
    // Such a finding in the source itself is no cause of its own.
    return faultySources.has(topicOf(place.file)) && !(severity === 'error' && isSource(place.file))
  }
  const shown = findings.filter((one) => !waits(one))
  return [...shown.filter(isError), ...shown.filter((one) => !isError(one))]
}
