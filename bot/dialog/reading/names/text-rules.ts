// What city.yaml says of the texts of its dialogs: numbers and sites that are the city's own, and words to avoid.
import { valueOf, type YamlMap } from '../../../yaml/node'
import { optionalList, optionalMap, textsOf, asText } from '../fields/read-fields'
import type { Report } from '../fields/report'

export interface TextRules {
  /** Phone numbers by their digits, `0421050` … */
  readonly numbers: ReadonlySet<string>
  /** Hosts, `helsingborg.se`; what stands before a dot is theirs too. */
  readonly sites: readonly string[]
  /** A word that residents need not know → what to write instead; lower case. */
  readonly jargon: ReadonlyMap<string, string>
}

export const noRules: TextRules = { numbers: new Set(), sites: [], jargon: new Map() }

/** Digits of a Swedish number in its national form: `+46 42-10 50 00` and `042-10 50 00` are one. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^46/, '0')

/** Reads them; the city's own number and those of its departments are known without being listed. */
export function readTextRules(root: YamlMap, report: Report): TextRules {
  const departments = valueOf(root, 'departments')
  const owners = [root, ...(departments?.kind === 'map' ? departments.entries.map(({ value }) => value) : [])]
  const own = owners.flatMap((owner) => {
    const phone = owner.kind === 'map' ? valueOf(owner, 'phone') : undefined
    return phone?.kind === 'scalar' ? phone.text : []
  })
  const listed = (name: string) =>
    textsOf(optionalList(root, name, report), name, report).map(({ text }) => text)
  const jargon = (optionalMap(root, 'jargon', report)?.entries ?? []).flatMap(({ key, value }) => {
    const better = asText(value, key.text, report)?.text
    return better === undefined ? [] : [[key.text.toLowerCase(), better] as const]
  })
  return {
    numbers: new Set([...own, ...listed('known numbers')].map(digitsOf)),
    sites: listed('known sites').map((site) => site.toLowerCase()),
    jargon: new Map(jargon),
  }
}
