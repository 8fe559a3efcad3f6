// Which language the resident's page or browser speaks, as a primary tag.
import { sourceLanguage, type Language } from '../../bot/contracts/talk/language'

const primaryTag = /^([a-z]{2,3})(?:[-_]|$)/i

/** `sv-SE` → `sv`; undefined for anything that is not a language tag. */
export const toLanguage = (locale: unknown): Language | undefined =>
  typeof locale === 'string' ? primaryTag.exec(locale)?.[1]?.toLowerCase() : undefined

/**
 * What the server words itself it has in two languages: English for whoever speaks another one than Swedish; Swedish where
 * nothing is known, for the city is Swedish.
 */
export const wordedLanguage = (language: Language | undefined): 'sv' | 'en' =>
  language === undefined || language === sourceLanguage ? 'sv' : 'en'

/**
 * The language of an `Accept-Language` header (RFC 9110, 12.5.4) that the city speaks, by the browser's own preference.
 * Undefined when there is none: what the city does then is not the channel's business.
 */
export function preferredLanguage(
  header: string | undefined,
  spoken: readonly Language[],
): Language | undefined {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find(Boolean)
      return { language: toLanguage(tag), quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((one, other) => other.quality - one.quality)
    .find(({ language, quality }) => quality > 0 && language !== undefined && spoken.includes(language))
    ?.language
}
