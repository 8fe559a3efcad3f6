// Prices and phone numbers in an article, written as residents are used to see them and as an SMS can carry them.
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Finding } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { placeInBody, type Body } from './markdown'

/** Digits with an area code, grouped in whatever way; a year, a time or a price does not begin with 0 or +. */
const phoneForm = /(?<![\d/:.,-])(?:\+\d|0\d)(?:[ /-]{0,2}\d){5,12}(?![\d:])/g
/** `2660 kr`, `2.660 kr`, `120:-`, `120kr`: none is how the Swedish language council writes an amount. */
const badPriceForm = /\d{5,} ?kr|\d+[.,]\d{3} ?kr|\d+:-|\d+kr|(?<!\d )\d{4} kr|\d+ (?:SEK|:-)/gi
/** In English the currency stands first and thousands have a comma. */
const badEnglishPriceForm = /\d[\d ,]* ?kr\b|SEK\d|SEK \d{4,}|SEK \d+ \d{3}|\d:-|\d SEK/gi

/** `0771-56 75 67`: the library takes only 077 of these for the area code, and nobody writes them so. */
const usualNational = (national: string): string =>
  national.replace(/^077-(\d)(\d\d) (\d\d) (\d\d)$/, '077$1-$2 $3 $4')

/** However the digits after the area code are grouped: `08-508 005 00` and `08-508 00 500` are both usual. */
const isGrouped = (written: string, areas: readonly string[]): boolean =>
  areas.includes(/^(\d+)-\d+(?: \d+)*$/.exec(written)?.[1] ?? '')

const areaOf = (national: string): string => national.split('-')[0] ?? ''

function phoneFindings(body: Body): Finding[] {
  return [...body.text.matchAll(phoneForm)].flatMap((match) => {
    const written = match[0]
    const start = match.index
    const place = placeInBody(body, start, start + written.length)
    const number = parsePhoneNumberFromString(written, 'SE')
    if (number?.isValid() !== true) {
      const sv = `telefonnumret ${written} finns inte`
      const hint = { sv: 'Kontrollera siffrorna.', en: 'Check the digits.' }
      return [findingOf('T045', place, { sv, en: `there is no phone number ${written}` }, hint)]
    }
    const national = number.formatNational()
    const right = written.startsWith('+') ? number.formatInternational() : usualNational(national)
    if (written === right || isGrouped(written, [areaOf(national), areaOf(right)])) return []
    const sv = `telefonnumret ${written} är grupperat på ett ovant sätt`
    const en = `the phone number ${written} is grouped in an unusual way`
    const hint = { sv: `Skriv ${right}.`, en: `Write ${right}.` }
    return [
      {
        ...findingOf('T044', place, { sv, en }, hint),
        fix: { start: body.offset + start, end: body.offset + start + written.length, text: right },
      },
    ]
  })
}

function priceFindings(body: Body, isEnglish: boolean): Finding[] {
  return [...body.text.matchAll(isEnglish ? badEnglishPriceForm : badPriceForm)].map((match) => {
    return findingOf(
      'T043',
      placeInBody(body, match.index, match.index + match[0].length),
      {
        sv: `beloppet "${match[0]}" är inte skrivet som vi brukar`,
        en: `the amount "${match[0]}" is not written in our usual way`,
      },
      isEnglish
        ? { sv: 'Skriv SEK 450 eller SEK 2,660.', en: 'Write SEK 450 or SEK 2,660.' }
        : { sv: 'Skriv 450 kronor eller 2 660 kronor.', en: 'Write 450 kronor or 2 660 kronor.' },
    )
  })
}

/** T043 how prices are written, T044 how phone numbers are (with a fix), T045 numbers nobody can call. */
export const checkFigures = (body: Body, language: string): readonly Finding[] => [
  ...phoneFindings(body),
  ...(language === 'sv' || language === 'en' ? priceFindings(body, language === 'en') : []),
]
