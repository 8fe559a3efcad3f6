// E-mail addresses, also with their signs written out: `anna (at) exempel.se`, `anna snabel-a exempel punkt se`.
import { matchesOf, type Find } from './hit'

const own = String.raw`[\p{L}\p{N}._%+'-]`
const at = String.raw` ?(?:@|%40|[([{] ?(?:@|at|a|snabel[- ]?a) ?[)\]}]| snabel[- ]?a(?= )) ?`
const label = String.raw`[\p{L}\p{N}-]{1,63}`
/** Of those who write signs as words: a sentence may go on behind a point with spaces around it. */
const often = '(?:se|nu|com|net|org|eu|info|fi|dk|no|de|uk|pl|es)'
/** A comma, and a space before the point, are slips of small keyboards: `anna@exempel,se`, `anna@exempel .se`. */
const slip = String.raw` ?[.,](?=${often}(?![\p{L}\p{N}-]))`
const dot = String.raw`(?: ?[([{] ?(?:dot|punkt|\.) ?[)\]}] ?| (?:dot|punkt|\.) |\.|${slip})`
const address = new RegExp(
  String.raw`(?<=${own})${at}((?:${label}\.){1,5}\p{L}{2,24}|(?:${label}${dot}){1,5}${often}(?![\p{L}\p{N}-]))`,
  'giu',
)
const dots = new RegExp(dot, 'giu')
const mostBefore = 64
const mayStandBefore = new RegExp(own, 'u')
/** `anna punkt andersson`: what stands before a point that is written out. */
const partBefore = new RegExp(
  String.raw`${own}{1,${mostBefore}}(?: (?:dot|punkt) | ?[([{] ?(?:dot|punkt) ?[)\]}] ?)$`,
  'iu',
)
const mostParts = 3

/** Where the part before the sign begins. */
function beginOf(skeleton: string, sign: number): number {
  let start = sign
  while (sign - start < mostBefore && mayStandBefore.test(skeleton.charAt(start - 1))) start -= 1
  for (let part = 0; part < mostParts; part += 1) {
    const before = partBefore.exec(skeleton.slice(Math.max(0, start - mostBefore), start))
    if (before === null) return start
    start -= before[0].length
  }
  return start
}

export const findEmails: Find = (skeleton) =>
  matchesOf(skeleton, address, ({ 0: text, 1: domain = '', index }) => {
    const start = beginOf(skeleton, index)
    const value = `${skeleton.slice(start, index)}@${domain}`.replace(dots, '.').toLowerCase()
    return { kind: 'email', start, end: index + text.length, value }
  })
