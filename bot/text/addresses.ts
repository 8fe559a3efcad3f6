// Web and e-mail addresses, also those that are written so that no program shall know them.
import { toFolded } from './compared'

/** `example.se`, `a.b@example.se`: a dot between two words, the last of two letters or more. */
const withDot = /[\p{L}\p{N}_%+-]+(?:[@.][\p{L}\p{N}_%+-]+)*\.\p{L}{2,}(?:\/[^\s)\]]*)?/gu
/** `exempel punkt se`, `anna (at) example`, `hxxp`. */
const disguised =
  /[a-z]:\/\/|www|hxxp|[([{<]\s*(?:dot|punkt|at|snabel-?a)\s*[)\]}>]|\b(?:dot|punkt) (?:com|net|org|se|nu|eu|info)\b|snabel-?a|@/g

/** Abbreviations of Swedish and English that look like an address. */
const abbreviations = new Set(['t.ex', 'm.fl', 'o.dyl', 'bl.a', 's.k', 'f.d', 'kl.ca'])

const addressesIn = (text: string): readonly string[] => {
  const folded = toFolded(text)
  return [
    ...(folded.match(withDot) ?? []).filter((one) => !abbreviations.has(one)),
    ...(folded.match(disguised) ?? []),
  ]
}

/** Addresses of the text that do not stand in the sources, folded, each once. */
export function newAddresses(text: string, sources: string): readonly string[] {
  const known = new Set(addressesIn(sources))
  return [...new Set(addressesIn(text))].filter((address) => !known.has(address))
}

/** Whether every address of the answer stands in the sources. */
export const addressesAreFrom = (answer: string, sources: string): boolean =>
  newAddresses(answer, sources).length === 0
