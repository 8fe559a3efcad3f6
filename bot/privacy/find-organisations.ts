// Swedish organisation numbers and the VAT numbers made of them (Skatteverket, SKV 709).
import { contextBefore, matchesOf, type Find } from './hit'
import { passesLuhn } from './luhn'

const written = /(?<![\d+-])(?:16)?[1235-9]\d[2-9]\d{3}[- ]?\d{4}(?:01)?(?!\d|-\d)/g
/** Of the state, municipalities and regions: they name nobody. */
const authority = /^2(?:0|1|2|3)[2-9]/
/** Limited companies: the only ones that are written without their hyphen so often that ten digits alone are one. */
const limited = /^55|^56|^59/
const named =
  /(?:\borg\p{L}*|vat|moms\p{L}*)[ .:#-]*(?:nr|nummer\p{L}*|no|number)?[ .:#]*(?:är|is)?[ :]*(?:se)?$/u

export const findOrganisations: Find = (skeleton) =>
  matchesOf(skeleton, written, ({ 0: text, index: start }) => {
    const isVat = text.length === 12 && /se/i.test(skeleton.slice(Math.max(0, start - 2), start))
    const digits = text.replace(/\D/g, '').replace(/^16(?=\d{10})/, '')
    const number = digits.slice(0, 10)
    if (digits.length !== 10 && !(isVat && digits.length === 12)) return undefined
    if (authority.test(number) || !passesLuhn(number)) return undefined
    const isSure = isVat || /\D/.test(text) || limited.test(number)
    if (!isSure && !named.test(contextBefore(skeleton, start))) return undefined
    const from = isVat ? start - 2 : start
    return { kind: 'organisation', start: from, end: start + text.length }
  })
