// IBAN (ISO 13616), bankgiro and plusgiro, and accounts of Swedish banks.
import { matchesOf, type Find } from './hit'
import { passesLuhn } from './luhn'

/** Of each country the length of its accounts, out of the register of SWIFT: those of Europe and of some neighbours. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CY28 CZ24 DE22 DK18 EE20 EG29 ES24 FI18 FO18 FR27 GB22 ' +
    'GE22 GI23 GL18 GR27 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 ' +
    'MK19 MT31 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 SO23 SV28 TN24 TR26 UA29 VA22 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const begins = /(?<![\p{L}\p{N}])[a-z]{2} ?\d ?\d/giu

/** Remainder 1 when the first four signs are put last and letters count from ten on. */
function passesIban(account: string): boolean {
  let rest = 0
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const longest = /[a-z\d](?:[ -]?[a-z\d]){0,33}/iy

/** The account of the country's length that begins here, its groups parted by a space or a hyphen. */
function accountEnd(skeleton: string, start: number): number | undefined {
  const length = lengths[skeleton.slice(start, start + 2).toUpperCase()]
  longest.lastIndex = start
  const written = longest.exec(skeleton)?.[0] ?? ''
  if (length === undefined) return undefined
  let signs = 0
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] !== ' ' && written[at] !== '-') signs += 1
    if (signs === length) return start + at + 1
  }
  return undefined
}

export const findIbans: Find = (skeleton) =>
  matchesOf(skeleton, begins, ({ index: start }) => {
    const end = accountEnd(skeleton, start)
    if (end === undefined || /[\p{L}\p{N}]/u.test(skeleton.charAt(end))) return undefined
    const account = skeleton.slice(start, end).replace(/[ -]/g, '').toUpperCase()
    return passesIban(account) ? { kind: 'iban', start, end } : undefined
  })

/** A bankgiro looks like many other figures: only behind its name it is one. */
const named =
  /(?<!\p{L})(?:bankgiro|plusgiro|postgiro|bg|pg)(?:t|konto|nr|nummer)?[ .:#-]{0,3}(?:nr|nummer|är|is|no)?[ .:#]{0,3}(\d(?:[ -]?\d){3,7})(?!\d|-\d)/giu
/** A plusgiro has groups of two and a last digit of its own behind a hyphen, as nothing else does. */
const plusgiro = /(?<![\d+-])(\d{1,2}(?: \d\d){2,3}-\d)(?!\d|-\d)/g

export const findGiros: Find = (skeleton) =>
  [named, plusgiro].flatMap((form) =>
    matchesOf(skeleton, form, ({ 0: text, 1: account = '', index }) => {
      const end = index + text.length
      return passesLuhn(account.replace(/\D/g, ''))
        ? { kind: 'giro', start: end - account.length, end }
        : undefined
    }),
  )

/** Neither has a form that tells it from other figures: four or five digits of a clearing number, seven to sixteen of an account with or without it. */
const clearing =
  /(?<!\p{L})clearing(?:nr|nummer|numret)?[ .:#-]{0,3}(?:nr|är|is)?[ .:#]{0,3}(\d{4}(?:[- ]?\d)?)(?!\d|-\d)/giu
const account =
  /(?<!\p{L})(?:bank)?(?:konto(?:nr|nummer|numret|t)?|account)(?: (?:nr|no|number|nummer))?[ .:#-]{0,3}(?:är|is)?[ .:#]{0,3}(\d(?:[ .,-]{0,2}\d){6,15})(?!\d|[,.]?\d| ?(?:kr|kronor|sek|:-|€|euro)(?!\p{L}))/giu

export const findAccounts: Find = (skeleton) =>
  [clearing, account].flatMap((form) =>
    matchesOf(skeleton, form, ({ 0: text, 1: number = '', index }) => {
      const end = index + text.length
      return { kind: 'account', start: end - number.length, end }
    }),
  )
