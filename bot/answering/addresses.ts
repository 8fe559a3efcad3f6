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

/** Whether every address of the answer stands in the sources. */
export function addressesAreFrom(answer: string, sources: string): boolean {
  const known = new Set(addressesIn(sources))
  return addressesIn(answer).every((address) => known.has(address))
}
