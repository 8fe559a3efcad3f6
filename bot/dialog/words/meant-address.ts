// Of several addresses in one answer, those that may be meant: "Kungsgatan 3, fast nej, 5" is Kungsgatan 5.
import { houseNumberAt, type FoundAddress } from './find-addresses'
import { takesBack, word } from './takes-back'

/** Between two addresses it takes the first one back. */
const leavesOpen = word('eller|or|tai|ama|mise|oder|o|lub|albo|або|чи|أو|یا')
const instead = word('utan|but')
const deniesNext = /(?<!\p{L})(?:inte|ej|not)(?:\s+(?:på|vid|at|on))?\s*$/iu

/**
 * One when the text says which, several when it leaves that open ("eller"), none when all of them together may be the place
 * ("Storgatan 1 till Storgatan 9").
 * @param found in the order written
 */
export function meantAddresses(line: string, found: readonly FoundAddress[]): readonly FoundAddress[] {
  const all = withBareNumber(line, found)
  const [before, last] = all.slice(-2)
  if (before === undefined || last === undefined) return []
  const gap = line.slice(before.end, last.start)
  const isDenied = deniesNext.test(line.slice(0, before.start)) && instead.test(gap)
  if (isDenied || takesBack.test(gap)) return [last]
  if (deniesNext.test(gap)) return [before]
  return leavesOpen.test(gap) ? all : []
}

/** "Kungsgatan 3, nej 5": a number behind the last address is one of the same street. */
function withBareNumber(line: string, found: readonly FoundAddress[]): readonly FoundAddress[] {
  const last = found.at(-1)
  const start = last === undefined ? -1 : line.slice(last.end).search(/\d/) + last.end
  const number = last === undefined || start < last.end ? undefined : houseNumberAt(line, start)
  if (last === undefined || number === undefined || !/^[.!]*$/.test(line.slice(number.end))) return found
  const gap = line.slice(last.end, start)
  if (!takesBack.test(gap) && !leavesOpen.test(gap)) return found
  const value = last.value.replace(/ \d+(?:-\d+)?(?: \p{L})?(?=,|$)/u, ` ${number.value}`)
  return [...found, { value, start, end: number.end }]
}
