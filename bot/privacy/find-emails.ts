// E-mail addresses, also with the sign written out: `anna (at) exempel.se`.
import { matchesOf, type Find } from './hit'

const address =
  /(?<=[\p{L}\p{N}._%+'-]) ?(?:@|[([{] ?(?:@|at|a|snabel-?a) ?[)\]}]) ?((?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24})/giu
const mostBefore = 64
const mayStandBefore = /[\p{L}\p{N}._%+'-]/u

export const findEmails: Find = (skeleton) =>
  matchesOf(skeleton, address, ({ 0: text, 1: domain = '', index }) => {
    let start = index
    while (index - start < mostBefore && mayStandBefore.test(skeleton.charAt(start - 1))) start -= 1
    const value = `${skeleton.slice(start, index)}@${domain}`.toLowerCase()
    return { kind: 'email', start, end: index + text.length, value }
  })
