// Phone numbers in a reply become links that call, for channels that show Markdown on a phone.
//
// Better one link too few than one that calls 112 for a house number, or a number that the resident wrote themselves: mobile
// numbers, which no desk of a city has, stay text.

const space = '[ \\u00a0]'

/** Nothing in these is a number to call: a link as it stands, an address on the web, an e-mail address. */
const others = String.raw`\[(?:\\.|[^\]\\])*\]\([^)\s]*\)|https?:\/\/\S+|[\w.+-]+@[\w.-]+`

/** Four digits at most before the hyphen, so that no personal number and no date is one. */
const withAreaCode = String.raw`0(?!7[0-69])[1-9]\d{0,2}-\d{2,3}(?:${space}?\d{2,3}){1,3}`
const international = String.raw`\+46${space}?(?!7[0-69])[1-9]\d{0,2}(?:[ \u00a0-]?\d{2,3}){2,4}`
/** The police, advice when there is no danger, and lines that listen: told apart by how they are written. */
const ofHelp = ['114 14', '113 13', '116 000', '116 006', '116 111', '116 117', '90101', '901 01']
  .map((number) => number.replace(' ', space))
  .join('|')
/** These look like any other figure. */
const short = '112|1177'

const joined = '[\\p{L}\\d_]|[\\d\\p{L}][-.,:/]'
const unit = `${space}?(?:kr|kronor|sek|€|euro|öre|%|m|m²|meter|km|kg|st|stycken)(?![\\p{L}])`
const marks = new RegExp(
  `(?<other>${others})|` +
    `(?<!${joined}|[+-])(?:(?<short>${short})|(?:${withAreaCode}|${international}|${ofHelp}))` +
    `(?![\\p{L}\\d_]|[-.,:/]\\d|\\.\\p{L}|${space}\\d|-|${unit})`,
  'giu',
)

const street =
  /(?:gatan?|väg(?:en)?|gränd(?:en)?|torg(?:et)?|allén?|stig(?:en)?|backen?|plan|plats(?:en)?|led(?:en)?|kaj(?:en)?|strand(?:en)?|park(?:en)?)$/iu
/** A name within a sentence; German writes "Sie" with a capital letter. */
const nameWithin = /[\p{Ll}\d,] (?!Sie$)\p{Lu}\p{Ll}+$/u

/** `Storgatan 112`, `nr 112`. */
function countsSomething(before: string): boolean {
  const said = before.trimEnd()
  return street.test(said) || nameWithin.test(said) || /(?:^|\P{L})(?:nr|§|sid(?:a|an)?)\.?$/iu.test(said)
}

/** @param markdown of a reply, as `Reply` says it may be. */
export const linkPhones = (markdown: string): string =>
  markdown.replace(marks, (number: string, ...rest: readonly unknown[]) => {
    const { other, short: figure } = rest.at(-1) as Readonly<Record<string, string | undefined>>
    const isFigure = figure !== undefined && countsSomething(markdown.slice(0, rest.at(-3) as number))
    return other !== undefined || isFigure ? number : `[${number}](tel:${number.replace(/[^+\d]/g, '')})`
  })
