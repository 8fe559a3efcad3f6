// Passport numbers: they look like many other figures, so only behind their name.
import { matchesOf, type Find } from './hit'

/** Eight digits, or letters and digits, as other countries have them. */
const passport =
  /(?<!\p{L})pass(?:nr|nummer|numret| nr| nummer|port ?(?:nr|nummer|number|no|#))[ .:#]{0,3}(?:är|is)?[ .:#]{0,3}([a-z]{0,3} ?\d(?: ?\d){5,9})(?![\p{L}\d])/giu

export const findPassports: Find = (skeleton) =>
  matchesOf(skeleton, passport, ({ 0: text, 1: number = '', index }) => {
    const end = index + text.length
    return { kind: 'passport', start: end - number.length, end }
  })
